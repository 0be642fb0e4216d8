package com.videowindow.patina.command.catalog;

import com.videowindow.patina.domain.catalog.ProductId;
import java.time.Instant;

/** No longer offer a product. */
public record RetireProduct(ProductId product, Instant at) {}
