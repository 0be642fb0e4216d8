package com.videowindow.patina.query.catalog;

import com.videowindow.patina.domain.catalog.Content;
import java.util.Optional;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.stereotype.Component;

@Component
final class CatalogQueries {
    private final LiveCatalog catalog;

    CatalogQueries(LiveCatalog catalog) {
        this.catalog = catalog;
    }

    @QueryHandler
    Optional<Content> handle(FindContent question) {
        return catalog.content(question.content());
    }

    @QueryHandler
    Taxonomy handle(FindTaxonomy question) {
        return Taxonomy.of(catalog.snapshot());
    }
}
