package com.videowindow.patina.learning.simulation;

import com.videowindow.patina.domain.catalog.ProductId;
import com.videowindow.patina.domain.commerce.OrderId;
import java.time.Instant;

/** Something bought goes back to the shop, and its price to the person. */
public record Return(OrderId order, ProductId product, Instant at) {}
