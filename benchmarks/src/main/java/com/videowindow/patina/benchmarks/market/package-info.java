/** How our models do in a simulated market, whose truth is known. */
@NullMarked
package com.videowindow.patina.benchmarks.market;

import org.jspecify.annotations.NullMarked;
