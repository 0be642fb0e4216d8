package com.videowindow.patina.query.catalog;

import com.videowindow.patina.domain.LogPosition;
import com.videowindow.patina.domain.catalog.ProductId;

/** One product as it was when this position was the end of the log. Answers an optional {@link PastProduct}. */
public record FindPastProduct(ProductId product, LogPosition position) {}
