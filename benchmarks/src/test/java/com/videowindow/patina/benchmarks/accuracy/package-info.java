@NullMarked
package com.videowindow.patina.benchmarks.accuracy;

import org.jspecify.annotations.NullMarked;
