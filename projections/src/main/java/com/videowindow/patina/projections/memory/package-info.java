/** Follows the log on every node, for what has to be answered from memory. */
@NullMarked
package com.videowindow.patina.projections.memory;

import org.jspecify.annotations.NullMarked;
