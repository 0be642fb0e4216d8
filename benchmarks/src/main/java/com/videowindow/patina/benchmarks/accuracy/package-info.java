/** How well recommenders foretell what people like, on open data, beside others in the same run. */
@NullMarked
package com.videowindow.patina.benchmarks.accuracy;

import org.jspecify.annotations.NullMarked;
