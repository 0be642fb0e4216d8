package com.videowindow.patina.command.catalog;

import com.videowindow.patina.domain.Refusal.UnknownProduct;
import com.videowindow.patina.domain.catalog.Product;
import com.videowindow.patina.domain.catalog.ProductListed;
import com.videowindow.patina.domain.catalog.ProductRestored;
import com.videowindow.patina.domain.catalog.ProductRetired;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.serialization.Revision;
import org.axonframework.spring.stereotype.Aggregate;

/** One product. */
@Aggregate(type = "product", snapshotTriggerDefinition = "catalogSnapshots")
@Revision("1")
final class ProductItem extends CatalogItem<Product> {

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Change handle(ListProduct command) {
        return offer(command.product(), new ProductListed(command.product(), command.at()));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(RetireProduct command) {
        retire(new ProductRetired(command.product(), command.at()), new UnknownProduct(command.product()));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(RestoreProduct command) {
        restore(new ProductRestored(command.product(), command.at()), new UnknownProduct(command.product()));
    }

    @EventSourcingHandler
    void on(ProductListed event) {
        stands(event.product().id().stream(), event.product());
    }

    @EventSourcingHandler
    void on(ProductRetired event) {
        isRetired(true);
    }

    @EventSourcingHandler
    void on(ProductRestored event) {
        isRetired(false);
    }
}
