/** What people said is wrong about them. */
@NullMarked
package com.videowindow.patina.projections.rectification;

import org.jspecify.annotations.NullMarked;
