package com.videowindow.patina.command.catalog;

import com.videowindow.patina.domain.catalog.ProductId;
import com.videowindow.patina.domain.privacy.AboutNobody;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** No longer offer a product. */
@AboutNobody
public record RetireProduct(ProductId product, Instant at) {

    @TargetAggregateIdentifier
    String stream() {
        return product.stream();
    }
}
