package com.videowindow.patina.domain.catalog;

import java.time.Instant;

/** A product is no longer offered. */
public record ProductRetired(ProductId product, Instant at) implements CatalogEvent {}
