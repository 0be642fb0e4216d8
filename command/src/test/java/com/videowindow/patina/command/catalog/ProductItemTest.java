package com.videowindow.patina.command.catalog;

import static com.videowindow.patina.command.People.NOON;
import static com.videowindow.patina.command.Shelf.CHISEL;
import static com.videowindow.patina.command.Shelf.PRICE;

import com.videowindow.patina.command.RefusedWith;
import com.videowindow.patina.command.Shelf;
import com.videowindow.patina.domain.Refusal.UnknownProduct;
import com.videowindow.patina.domain.catalog.Product;
import com.videowindow.patina.domain.catalog.ProductListed;
import com.videowindow.patina.domain.catalog.ProductRestored;
import com.videowindow.patina.domain.catalog.ProductRetired;
import com.videowindow.patina.domain.commerce.Money;
import java.util.List;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;

class ProductItemTest {

    private final FixtureConfiguration<ProductItem> item = new AggregateTestFixture<>(ProductItem.class);

    @Test
    void listing_creates_a_product() {
        item.givenNoPriorActivity()
                .when(new ListProduct(chisel(3, PRICE), NOON))
                .expectResultMessagePayload(Change.CREATED)
                .expectEvents(new ProductListed(chisel(3, PRICE), NOON));
    }

    @Test
    void a_price_written_with_more_zeros_changes_nothing() {
        Money samePrice = new Money(PRICE.amount().setScale(4), PRICE.currency());
        item.given(new ProductListed(chisel(3, PRICE), NOON))
                .when(new ListProduct(chisel(3, samePrice), NOON))
                .expectResultMessagePayload(Change.UNCHANGED)
                .expectNoEvents();
    }

    @Test
    void another_stock_changes_it() {
        item.given(new ProductListed(chisel(3, PRICE), NOON))
                .when(new ListProduct(chisel(2, PRICE), NOON))
                .expectResultMessagePayload(Change.CHANGED)
                .expectEvents(new ProductListed(chisel(2, PRICE), NOON));
    }

    @Test
    void a_product_is_retired_and_restored() {
        item.given(new ProductListed(chisel(3, PRICE), NOON))
                .when(new RetireProduct(CHISEL, NOON))
                .expectEvents(new ProductRetired(CHISEL, NOON));
        new AggregateTestFixture<>(ProductItem.class)
                .given(new ProductListed(chisel(3, PRICE), NOON), new ProductRetired(CHISEL, NOON))
                .when(new RestoreProduct(CHISEL, NOON))
                .expectEvents(new ProductRestored(CHISEL, NOON));
    }

    @Test
    void what_was_never_listed_can_be_neither_retired_nor_restored() {
        item.givenNoPriorActivity()
                .when(new RetireProduct(CHISEL, NOON))
                .expectException(RefusedWith.the(new UnknownProduct(CHISEL)));
        new AggregateTestFixture<>(ProductItem.class)
                .givenNoPriorActivity()
                .when(new RestoreProduct(CHISEL, NOON))
                .expectException(RefusedWith.the(new UnknownProduct(CHISEL)));
    }

    private static Product chisel(int stock, Money price) {
        return new Product(CHISEL, Shelf.described("chiselling"), price, stock, List.of());
    }
}
