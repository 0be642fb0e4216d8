/** Chance that can be repeated, for whoever learns, measures or simulates. */
@NullMarked
package com.videowindow.patina.learning.chance;

import org.jspecify.annotations.NullMarked;
