/** Whose data it is, and how little of them the log knows. */
@NullMarked
package com.videowindow.patina.domain.privacy;

import org.jspecify.annotations.NullMarked;
