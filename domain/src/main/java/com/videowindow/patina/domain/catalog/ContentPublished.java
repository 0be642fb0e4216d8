package com.videowindow.patina.domain.catalog;

import java.time.Instant;

/** Content was added, or changed as a whole. */
public record ContentPublished(Content content, Instant at) implements CatalogEvent {}
