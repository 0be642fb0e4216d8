/** What the words promise. */
@NullMarked
package com.videowindow.patina.domain.interaction;

import org.jspecify.annotations.NullMarked;
