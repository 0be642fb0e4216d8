/** How long training takes, and what memory. */
@NullMarked
package com.videowindow.patina.benchmarks.training;

import org.jspecify.annotations.NullMarked;
