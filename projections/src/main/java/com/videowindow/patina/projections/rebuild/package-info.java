/** Rebuilds read models beside the live ones and swaps them in whole. */
@NullMarked
package com.videowindow.patina.projections.rebuild;

import org.jspecify.annotations.NullMarked;
