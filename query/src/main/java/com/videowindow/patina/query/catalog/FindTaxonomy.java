package com.videowindow.patina.query.catalog;

import com.videowindow.patina.domain.privacy.AboutNobody;

/** What interests can be picked from, with how much content there is. Answers a {@link Taxonomy}. */
@AboutNobody
public record FindTaxonomy() {}
