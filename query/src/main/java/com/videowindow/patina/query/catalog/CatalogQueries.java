package com.videowindow.patina.query.catalog;

import com.videowindow.patina.domain.catalog.Content;
import java.util.Optional;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.stereotype.Component;

/** Answers what there is to show and to pick from. */
@Component
final class CatalogQueries {
    private final LiveCatalog catalog;
    private final PastCatalog past;

    CatalogQueries(LiveCatalog catalog, PastCatalog past) {
        this.catalog = catalog;
        this.past = past;
    }

    @QueryHandler
    Optional<Content> handle(FindContent question) {
        return catalog.content(question.content());
    }

    @QueryHandler
    Optional<PastContent> handle(FindPastContent question) {
        return past.content(question.content(), question.position());
    }

    @QueryHandler
    Optional<PastProduct> handle(FindPastProduct question) {
        return past.product(question.product(), question.position());
    }

    @QueryHandler
    Taxonomy handle(FindTaxonomy question) {
        return Taxonomy.of(catalog.snapshot());
    }
}
