/** Trails of served lists, and what many people's interactions say together. */
@NullMarked
package com.videowindow.patina.projections.recommendation;

import org.jspecify.annotations.NullMarked;
