package com.videowindow.patina.command.recommendation;

import com.videowindow.patina.domain.recommendation.RecommendationsServed;

/** Keep the list that was served, as the source of its trail; answers a {@code Stored} with its position. */
public record RecordServed(RecommendationsServed served) {}
