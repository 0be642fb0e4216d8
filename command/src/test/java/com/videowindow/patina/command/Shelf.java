package com.videowindow.patina.command;

import com.videowindow.patina.domain.catalog.Catalog;
import com.videowindow.patina.domain.catalog.Content;
import com.videowindow.patina.domain.catalog.ContentId;
import com.videowindow.patina.domain.catalog.CreatorId;
import com.videowindow.patina.domain.catalog.Description;
import com.videowindow.patina.domain.catalog.Product;
import com.videowindow.patina.domain.catalog.ProductId;
import com.videowindow.patina.domain.commerce.Money;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** A small catalogue: a ten-minute video, one of unknown length, one that is retired, and a chisel. */
public record Shelf(Map<ContentId, Content> contents, Set<ContentId> retired, Map<ProductId, Product> products)
        implements Catalog {

    public static final ContentId DOVETAILS = new ContentId("dovetails");
    public static final ContentId LIVE = new ContentId("live-hour");
    public static final ContentId RETIRED = new ContentId("retired");
    public static final ProductId CHISEL = new ProductId("chisel");
    public static final Money PRICE = new Money(new BigDecimal("39.90"), Currency.getInstance("EUR"));

    public static Shelf small() {
        Content dovetails = content(DOVETAILS, "dovetail", Duration.ofMinutes(10));
        Content live = new Content(LIVE, described("carving"), null, null, People.NOON, List.of());
        Content retired = content(RETIRED, "planing", Duration.ofMinutes(5));
        Product chisel = new Product(CHISEL, described("chiselling"), PRICE, 3, List.of());
        return new Shelf(
                Map.of(DOVETAILS, dovetails, LIVE, live, RETIRED, retired), Set.of(RETIRED), Map.of(CHISEL, chisel));
    }

    public static Content content(ContentId id, String technique, Duration length) {
        return new Content(id, described(technique), null, length, People.NOON, List.of());
    }

    public static Description described(String technique) {
        return new Description(
                "About " + technique,
                null,
                null,
                new CreatorId("ben"),
                "woodworking",
                null,
                List.of(),
                List.of(technique),
                List.of(),
                null,
                List.of(),
                "en");
    }

    @Override
    public Optional<Content> content(ContentId id) {
        return Optional.ofNullable(contents.get(id));
    }

    @Override
    public Set<Integer> embeddingLengths(ContentId besides) {
        return contents.values().stream()
                .filter(content -> !content.id().equals(besides))
                .map(content -> content.embedding().size())
                .filter(length -> length > 0)
                .collect(Collectors.toSet());
    }

    @Override
    public boolean isRetired(ContentId id) {
        return retired.contains(id);
    }

    @Override
    public Optional<Product> product(ProductId id) {
        return Optional.ofNullable(products.get(id));
    }

    @Override
    public boolean isRetired(ProductId id) {
        return false;
    }
}
