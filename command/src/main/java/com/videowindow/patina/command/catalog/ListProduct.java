package com.videowindow.patina.command.catalog;

import com.videowindow.patina.domain.catalog.Product;
import com.videowindow.patina.domain.privacy.AboutNobody;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Add a product, or change it as a whole. Answers a {@link Change}. */
@AboutNobody
public record ListProduct(Product product, Instant at) {

    @TargetAggregateIdentifier
    String stream() {
        return product.id().stream();
    }
}
