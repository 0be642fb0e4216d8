package com.videowindow.patina.projections.catalog;

import com.videowindow.patina.domain.catalog.Content;
import com.videowindow.patina.domain.catalog.Product;
import com.videowindow.patina.domain.interest.Facets;
import org.jspecify.annotations.Nullable;

/**
 * One piece of content or product with what it is searched by.
 *
 * @param retired no longer shown or sold; kept, since histories still name it
 */
record CatalogEntry(
        boolean retired,
        Facets facets,
        @Nullable Content content,
        @Nullable Product product) {

    static CatalogEntry shown(Content content) {
        return new CatalogEntry(false, content.facets(), content, null);
    }

    static CatalogEntry shown(Product product) {
        return new CatalogEntry(false, product.description().facets(), null, product);
    }

    CatalogEntry retired(boolean now) {
        return new CatalogEntry(now, facets, content, product);
    }
}
