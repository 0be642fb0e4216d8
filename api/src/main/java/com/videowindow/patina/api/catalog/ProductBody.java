package com.videowindow.patina.api.catalog;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.videowindow.patina.domain.catalog.CreatorId;
import com.videowindow.patina.domain.catalog.Description;
import com.videowindow.patina.domain.catalog.Product;
import com.videowindow.patina.domain.catalog.ProductId;
import com.videowindow.patina.domain.catalog.SkillLevel;
import com.videowindow.patina.domain.commerce.Money;
import io.swagger.v3.oas.annotations.media.Schema;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A product as its sellers write it: one flat object. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record ProductBody(
        @Nullable ProductId id,
        String title,
        @Nullable String description,
        @Nullable URI thumbnail,

        @Schema(description = "The public handle of who made it, which everybody sees: nobody's user id.")
        CreatorId creator,

        @Nullable String category,
        @Nullable String subcategory,
        List<String> alsoIn,
        List<String> techniques,
        List<String> materials,
        @Nullable SkillLevel skill,
        List<String> tags,
        @Nullable String language,
        Money price,
        int stock,
        List<String> regions)
        implements ItemBody {

    /** Under this name, if it keeps the bounds. */
    Product as(ProductId name) {
        return ItemBody.within(() -> new Product(name, told(), price, stock, regions));
    }

    /** Under the name that it brings itself, as a line of an import must. */
    Product named() {
        return as(Objects.requireNonNull(id));
    }

    static ProductBody of(Product product) {
        Description told = product.description();
        return new ProductBody(
                product.id(),
                told.title(),
                told.summary(),
                told.thumbnail(),
                told.creator(),
                told.category(),
                told.subcategory(),
                told.alsoIn(),
                told.techniques(),
                told.materials(),
                told.skill(),
                told.tags(),
                told.language(),
                product.price(),
                product.stock(),
                product.regions());
    }
}
