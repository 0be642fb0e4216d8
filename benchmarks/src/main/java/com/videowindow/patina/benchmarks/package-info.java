/** Measures Patina from outside: a server in a process of its own, reached over HTTP as its clients reach it. */
@NullMarked
package com.videowindow.patina.benchmarks;

import org.jspecify.annotations.NullMarked;
