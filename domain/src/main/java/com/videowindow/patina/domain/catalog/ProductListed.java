package com.videowindow.patina.domain.catalog;

import java.time.Instant;

/** A product was added, or changed as a whole. */
public record ProductListed(Product product, Instant at) implements CatalogEvent {}
