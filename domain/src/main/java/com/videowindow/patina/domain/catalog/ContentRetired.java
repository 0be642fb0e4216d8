package com.videowindow.patina.domain.catalog;

import java.time.Instant;

/** Content is no longer shown; what was learned from it stays. */
public record ContentRetired(ContentId content, Instant at) implements CatalogEvent {}
