/** A running node, those who use it, and what stands in its stores. */
@NullMarked
package com.videowindow.patina.node;

import org.jspecify.annotations.NullMarked;
