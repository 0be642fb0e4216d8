package com.videowindow.patina.domain.catalog;

import java.time.Instant;

/** A retired product is offered again. */
public record ProductRestored(ProductId product, Instant at) implements CatalogEvent {}
