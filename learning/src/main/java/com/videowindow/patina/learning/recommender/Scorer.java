package com.videowindow.patina.learning.recommender;

/** Whatever gives each item a score, for somebody who likes some. */
@FunctionalInterface
public interface Scorer {
    double[] scores(Likes liked);
}
