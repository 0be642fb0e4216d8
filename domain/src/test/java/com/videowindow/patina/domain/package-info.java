/** What the words promise. */
@NullMarked
package com.videowindow.patina.domain;

import org.jspecify.annotations.NullMarked;
