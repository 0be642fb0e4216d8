package com.videowindow.patina.command.catalog;

import com.videowindow.patina.domain.catalog.Product;
import java.time.Instant;

/** Add a product, or change it as a whole. Answers a {@link Change}. */
public record ListProduct(Product product, Instant at) {}
