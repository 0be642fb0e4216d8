package com.videowindow.patina.query.commerce;

import com.videowindow.patina.domain.catalog.ProductId;
import com.videowindow.patina.domain.commerce.Money;
import com.videowindow.patina.domain.commerce.OrderLine;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Products and the amount for all of them, as whoever bought them reads it. */
public record ShownSale(List<Line> lines, @Nullable Money amount) {

    /** Some pieces of one product, at the price of one. */
    public record Line(
            ProductId productId, int quantity, @Nullable Money price) {}

    public static ShownSale of(List<OrderLine> lines, @Nullable Money total) {
        return new ShownSale(
                lines.stream()
                        .map(line -> new Line(line.product(), line.quantity(), line.price()))
                        .toList(),
                total);
    }
}
