package com.videowindow.patina.domain.commerce;

import com.videowindow.patina.domain.Check;
import com.videowindow.patina.domain.catalog.ProductId;
import org.jspecify.annotations.Nullable;

/** One product of an order. */
public record OrderLine(
        ProductId product, int quantity, @Nullable Money price) {
    public OrderLine {
        Check.range("quantity", quantity, 1, 100_000);
    }
}
