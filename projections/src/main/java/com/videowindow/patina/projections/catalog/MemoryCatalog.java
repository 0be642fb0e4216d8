package com.videowindow.patina.projections.catalog;

import com.videowindow.patina.domain.LogPosition;
import com.videowindow.patina.domain.catalog.CatalogEvent;
import com.videowindow.patina.domain.catalog.Content;
import com.videowindow.patina.domain.catalog.ContentId;
import com.videowindow.patina.domain.catalog.ContentPublished;
import com.videowindow.patina.domain.catalog.ContentRestored;
import com.videowindow.patina.domain.catalog.ContentRetired;
import com.videowindow.patina.domain.catalog.Product;
import com.videowindow.patina.domain.catalog.ProductId;
import com.videowindow.patina.domain.catalog.ProductListed;
import com.videowindow.patina.domain.catalog.ProductRestored;
import com.videowindow.patina.domain.catalog.ProductRetired;
import com.videowindow.patina.projections.memory.MemoryView;
import com.videowindow.patina.projections.runner.Positioned;
import com.videowindow.patina.query.catalog.CatalogSnapshot;
import com.videowindow.patina.query.catalog.LiveCatalog;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The catalogue in memory: single entries are exact at once, also for what this node has just stored; the snapshot for
 * ranking is made anew in the background a moment after a change.
 */
@Component
final class MemoryCatalog implements LiveCatalog, MemoryView {
    private final Map<ContentId, Entry<Content>> contents = new ConcurrentHashMap<>();
    private final Map<ProductId, Entry<Product>> products = new ConcurrentHashMap<>();
    private final SnapshotRenewal renewal = new SnapshotRenewal(this::shown);

    /** @param position of the event that made it so: an older one that comes later changes nothing */
    private record Entry<T>(T thing, boolean retired, LogPosition position) {
        Entry<T> marked(boolean now, LogPosition at) {
            return at.value() <= position.value() ? this : new Entry<>(thing, now, at);
        }

        static <T> Entry<T> newer(Entry<T> one, Entry<T> other) {
            return one.position.covers(other.position) ? one : other;
        }
    }

    @Override
    public boolean concerns(Class<?> event) {
        return CatalogEvent.class.isAssignableFrom(event);
    }

    @Override
    public boolean wantsOwnAtOnce() {
        return true;
    }

    @Override
    public void onOwn(Positioned event) {
        on(event);
    }

    @Override
    public void on(Positioned event) {
        LogPosition at = event.position();
        switch ((CatalogEvent) event.event()) {
            case ContentPublished published -> {
                Content content = published.content();
                contents.merge(content.id(), new Entry<>(content, false, at), Entry::newer);
            }
            case ProductListed listed -> {
                Product product = listed.product();
                products.merge(product.id(), new Entry<>(product, false, at), Entry::newer);
            }
            case ContentRetired retired -> mark(contents, retired.content(), entry -> entry.marked(true, at));
            case ContentRestored restored -> mark(contents, restored.content(), entry -> entry.marked(false, at));
            case ProductRetired retired -> mark(products, retired.product(), entry -> entry.marked(true, at));
            case ProductRestored restored -> mark(products, restored.product(), entry -> entry.marked(false, at));
        }
        renewal.changed();
    }

    private static <K, T> void mark(Map<K, Entry<T>> entries, K key, UnaryOperator<Entry<T>> change) {
        entries.computeIfPresent(key, (same, entry) -> change.apply(entry));
    }

    @Override
    public void caughtUp() {
        renewal.start();
    }

    private List<Content> shown() {
        return contents.values().stream()
                .filter(entry -> !entry.retired)
                .map(Entry::thing)
                .toList();
    }

    @Override
    public CatalogSnapshot snapshot() {
        return renewal.snapshot();
    }

    @Override
    public Optional<Content> content(ContentId id) {
        return Optional.ofNullable(contents.get(id)).map(Entry::thing);
    }

    @Override
    public boolean isRetired(ContentId id) {
        @Nullable Entry<Content> entry = contents.get(id);
        return entry != null && entry.retired;
    }

    @Override
    public Optional<Product> product(ProductId id) {
        return Optional.ofNullable(products.get(id)).map(Entry::thing);
    }
}
