/** Orders, one document each. */
@NullMarked
package com.videowindow.patina.projections.commerce;

import org.jspecify.annotations.NullMarked;
