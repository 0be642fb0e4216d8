package com.videowindow.patina.domain.model;

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
 */
public record Metrics(
        int people, double ndcg, double recall, double coverage, double light, double heavy, long micros) {}
