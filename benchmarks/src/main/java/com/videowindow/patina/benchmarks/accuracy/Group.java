package com.videowindow.patina.benchmarks.accuracy;

import com.videowindow.patina.learning.evaluation.Interval;
import org.jspecify.annotations.Nullable;

/**
 * How good the lists of some of the users were.
 *
 * @param ndcg none where there is nobody
 */
record Group(String name, int users, @Nullable Interval ndcg) {}
