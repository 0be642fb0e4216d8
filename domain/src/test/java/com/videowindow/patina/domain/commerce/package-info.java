/** What the words promise. */
@NullMarked
package com.videowindow.patina.domain.commerce;

import org.jspecify.annotations.NullMarked;
