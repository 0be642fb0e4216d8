package com.videowindow.patina.query.catalog;

import com.videowindow.patina.domain.catalog.Content;
import java.util.Optional;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.stereotype.Component;

/** Answers what there is to show and to pick from. */
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
