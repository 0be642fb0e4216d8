/** Writes down what this node counted. */
@NullMarked
package com.videowindow.patina.sagas.report;

import org.jspecify.annotations.NullMarked;
