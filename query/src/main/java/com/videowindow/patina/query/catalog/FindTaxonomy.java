package com.videowindow.patina.query.catalog;

/** What interests can be picked from, with how much content there is. Answers a {@link Taxonomy}. */
public record FindTaxonomy() {}
