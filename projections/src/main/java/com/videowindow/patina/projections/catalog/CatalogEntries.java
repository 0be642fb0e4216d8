package com.videowindow.patina.projections.catalog;

import com.videowindow.patina.domain.DomainEvent;
import com.videowindow.patina.domain.LogPosition;
import com.videowindow.patina.domain.catalog.CatalogEvent;
import com.videowindow.patina.domain.catalog.ContentId;
import com.videowindow.patina.domain.catalog.ContentPublished;
import com.videowindow.patina.domain.catalog.ContentRestored;
import com.videowindow.patina.domain.catalog.ContentRetired;
import com.videowindow.patina.domain.catalog.EditorialListSet;
import com.videowindow.patina.domain.catalog.EditorialRulesSet;
import com.videowindow.patina.domain.catalog.ProductId;
import com.videowindow.patina.domain.catalog.ProductListed;
import com.videowindow.patina.domain.catalog.ProductRestored;
import com.videowindow.patina.domain.catalog.ProductRetired;
import com.videowindow.patina.domain.privacy.LawfulBasis;
import com.videowindow.patina.domain.privacy.Processing;
import com.videowindow.patina.domain.privacy.ProcessingPurpose;
import com.videowindow.patina.domain.privacy.Recipient;
import com.videowindow.patina.projections.runner.ReadModel;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Everything that can be shown or sold, to be searched by words and facets. */
@Component
@Processing(purposes = ProcessingPurpose.PUBLISHING, basis = LawfulBasis.CONTRACT, recipients = Recipient.EVERYBODY)
final class CatalogEntries implements ReadModel<CatalogEntry> {
    static final String NAME = "catalog";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Class<CatalogEntry> body() {
        return CatalogEntry.class;
    }

    @Override
    public boolean isPersonal() {
        return false;
    }

    @Override
    public boolean concerns(Class<?> event) {
        return CatalogEvent.class.isAssignableFrom(event);
    }

    @Override
    public @Nullable String key(DomainEvent event, LogPosition position) {
        return event instanceof CatalogEvent change ? key(change) : null;
    }

    static String key(ContentId id) {
        return "content:" + id;
    }

    static String key(ProductId id) {
        return "product:" + id;
    }

    private static @Nullable String key(CatalogEvent change) {
        return switch (change) {
            case ContentPublished published -> key(published.content().id());
            case ContentRetired retired -> key(retired.content());
            case ContentRestored restored -> key(restored.content());
            case EditorialListSet ofMany -> null;
            case EditorialRulesSet ofMany -> null;
            case ProductListed listed -> key(listed.product().id());
            case ProductRetired retired -> key(retired.product());
            case ProductRestored restored -> key(restored.product());
        };
    }

    @Override
    public @Nullable CatalogEntry apply(@Nullable CatalogEntry body, DomainEvent event, LogPosition position) {
        return switch ((CatalogEvent) event) {
            case ContentPublished published ->
                CatalogEntry.shown(published.content()).retired(isRetired(body));
            case ProductListed listed -> CatalogEntry.shown(listed.product()).retired(isRetired(body));
            case EditorialListSet ofMany -> body;
            case EditorialRulesSet ofMany -> body;
            case ContentRetired retired -> marked(body, true);
            case ProductRetired retired -> marked(body, true);
            case ContentRestored restored -> marked(body, false);
            case ProductRestored restored -> marked(body, false);
        };
    }

    /** A new description does not bring back what was retired: only a restoration does. */
    private static boolean isRetired(@Nullable CatalogEntry body) {
        return body != null && body.retired();
    }

    private static @Nullable CatalogEntry marked(@Nullable CatalogEntry body, boolean retired) {
        return body == null ? null : body.retired(retired);
    }
}
