package com.videowindow.patina.domain.model;

import org.jspecify.annotations.Nullable;

/**
 * How well a list of ten foretold the last thing that somebody liked, where that was kept from the training; means over these
 * people.
 *
 * @param people in number
 * @param ndcg discounted cumulative gain at 10
 * @param recall how often it was among the ten
 * @param coverage share of all content that was on any list
 * @param light the gain of those who like little, up to the median
 * @param heavy the gain of the others
 * @param micros how long scoring all content took for one, at the 99th percentile
 * @param calibration expected calibration error of what stands in lists, from 0: how far off scores say how likely it is liked, as
 *     half of the people tell it of the others; absent of too few people
 */
public record Metrics(
        int people,
        double ndcg,
        double recall,
        double coverage,
        double light,
        double heavy,
        long micros,
        @Nullable Double calibration) {}
