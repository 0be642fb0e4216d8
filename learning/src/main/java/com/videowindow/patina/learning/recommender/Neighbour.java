package com.videowindow.patina.learning.recommender;

import com.videowindow.patina.domain.catalog.ContentId;

/** Content that goes together with other content. */
public record Neighbour(ContentId content, double similarity) {}
