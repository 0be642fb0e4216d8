package com.videowindow.patina.command.catalog;

import com.videowindow.patina.domain.catalog.ProductId;
import com.videowindow.patina.domain.privacy.AboutNobody;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Offer a retired product again. */
@AboutNobody
public record RestoreProduct(ProductId product, Instant at) {

    @TargetAggregateIdentifier
    String stream() {
        return product.stream();
    }
}
