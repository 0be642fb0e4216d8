package com.videowindow.patina.query.commerce;

import com.videowindow.patina.domain.catalog.ContentId;
import com.videowindow.patina.domain.commerce.OrderId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An order, as it was reported and as its owner sees it. */
public record PastOrder(OrderId orderId, @Nullable ContentId contentId, ShownSale sale, Instant at) {}
