package com.videowindow.patina.projections.catalog;

import com.videowindow.patina.domain.LogPosition;
import com.videowindow.patina.domain.audit.PastEvents;
import com.videowindow.patina.domain.catalog.ContentId;
import com.videowindow.patina.domain.catalog.ProductId;
import com.videowindow.patina.projections.runner.PastState;
import com.videowindow.patina.projections.runner.PastState.Folded;
import com.videowindow.patina.query.catalog.PastCatalog;
import com.videowindow.patina.query.catalog.PastContent;
import com.videowindow.patina.query.catalog.PastProduct;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Folds the stream of one item again. */
@Component
final class FoldedCatalog implements PastCatalog {
    private final PastEvents events;
    private final CatalogEntries entries;
    private final PastState past;

    FoldedCatalog(PastEvents events, CatalogEntries entries, PastState past) {
        this.events = events;
        this.entries = entries;
        this.past = past;
    }

    @Override
    public Optional<PastContent> content(ContentId id, LogPosition position) {
        Folded<CatalogEntry> then = entry(CatalogEntries.key(id), id.stream(), position);
        CatalogEntry entry = then.body();
        return entry == null || entry.content() == null
                ? Optional.empty()
                : Optional.of(new PastContent(entry.content(), entry.retired(), then.whole()));
    }

    @Override
    public Optional<PastProduct> product(ProductId id, LogPosition position) {
        Folded<CatalogEntry> then = entry(CatalogEntries.key(id), id.stream(), position);
        CatalogEntry entry = then.body();
        return entry == null || entry.product() == null
                ? Optional.empty()
                : Optional.of(new PastProduct(entry.product(), entry.retired(), then.whole()));
    }

    private Folded<CatalogEntry> entry(String key, String stream, LogPosition position) {
        return past.of(entries, key, events.stream(stream), position);
    }
}
