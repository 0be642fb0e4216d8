/**
 * The same models on Apache Spark: what one machine learns from likes, learned by as many as there are, from the same data set
 * and to the same lists.
 */
@NullMarked
package com.videowindow.patina.training;

import org.jspecify.annotations.NullMarked;
