package com.videowindow.patina.domain.recommendation;

/** A named part of a score; the parts of an item add up to its score. */
public record Contribution(String name, double value) {}
