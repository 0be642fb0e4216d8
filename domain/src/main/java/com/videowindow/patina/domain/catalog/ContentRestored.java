package com.videowindow.patina.domain.catalog;

import java.time.Instant;

/** Retired content is shown again. */
public record ContentRestored(ContentId content, Instant at) implements CatalogEvent {}
