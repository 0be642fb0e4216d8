package com.videowindow.patina.learning.evaluation;

/** Whatever gives each item a score, for somebody who likes some. */
@FunctionalInterface
public interface Scorer {
    float[] scores(int[] liked);
}
