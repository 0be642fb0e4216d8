/** The event log beside the engines that Axon offers, on the same machine, with the same events and in the same run. */
@NullMarked
package com.videowindow.patina.benchmarks.log;

import org.jspecify.annotations.NullMarked;
