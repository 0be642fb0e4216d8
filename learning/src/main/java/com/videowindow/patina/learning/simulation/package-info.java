/** A craft market that is invented: the same scenario is the same world, bit by bit, and what is true in it can be asked. */
@NullMarked
package com.videowindow.patina.learning.simulation;

import org.jspecify.annotations.NullMarked;
