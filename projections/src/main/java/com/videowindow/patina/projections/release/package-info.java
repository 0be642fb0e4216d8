/** Which releases stand, in memory. */
@NullMarked
package com.videowindow.patina.projections.release;

import org.jspecify.annotations.NullMarked;
