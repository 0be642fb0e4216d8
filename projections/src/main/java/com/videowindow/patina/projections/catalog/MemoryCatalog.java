package com.videowindow.patina.projections.catalog;

import com.videowindow.patina.domain.LogPosition;
import com.videowindow.patina.domain.catalog.CatalogEvent;
import com.videowindow.patina.domain.catalog.Content;
import com.videowindow.patina.domain.catalog.ContentId;
import com.videowindow.patina.domain.catalog.ContentPublished;
import com.videowindow.patina.domain.catalog.ContentRestored;
import com.videowindow.patina.domain.catalog.ContentRetired;
import com.videowindow.patina.domain.catalog.EditorialListSet;
import com.videowindow.patina.domain.catalog.EditorialRules;
import com.videowindow.patina.domain.catalog.EditorialRulesSet;
import com.videowindow.patina.domain.catalog.Product;
import com.videowindow.patina.domain.catalog.ProductId;
import com.videowindow.patina.domain.catalog.ProductListed;
import com.videowindow.patina.domain.catalog.ProductRestored;
import com.videowindow.patina.domain.catalog.ProductRetired;
import com.videowindow.patina.projections.memory.MemoryView;
import com.videowindow.patina.projections.runner.Positioned;
import com.videowindow.patina.query.catalog.CatalogFold;
import com.videowindow.patina.query.catalog.CatalogSnapshot;
import com.videowindow.patina.query.catalog.LiveCatalog;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The catalogue in memory: single entries are exact at once, also for what this node has just stored; the snapshot for
 * ranking is made anew in the background a moment after the log brought a change, so that it has a place in the log.
 */
@Component
final class MemoryCatalog implements LiveCatalog, MemoryView {
    private final Map<ContentId, Entry<Content>> contents = new ConcurrentHashMap<>();
    private final Map<ProductId, Entry<Product>> products = new ConcurrentHashMap<>();
    private final AtomicReference<Editorial<List<ContentId>>> editorial =
            new AtomicReference<>(new Editorial<>(List.of(), LogPosition.START));
    private final AtomicReference<Editorial<EditorialRules>> rules =
            new AtomicReference<>(new Editorial<>(EditorialRules.NONE, LogPosition.START));
    /** Of how many embeddings have how many numbers. */
    private final Map<Integer, Integer> lengths = new ConcurrentHashMap<>();

    private final CatalogFold ranked = new CatalogFold();
    private final SnapshotRenewal renewal = new SnapshotRenewal(this::laidOut);

    /** What there is one of, replaced as a whole. */
    private record Editorial<T>(T chosen, LogPosition at) {
        Editorial<T> replacedBy(T other, LogPosition position) {
            return at.covers(position) ? this : new Editorial<>(other, position);
        }
    }

    /** The newest description and the newest mark, each with its position: an older one that comes later is not taken. */
    private record Entry<T>(T thing, LogPosition describedAt, boolean retired, LogPosition markedAt) {
        static <T> Entry<T> first(T thing, LogPosition at) {
            return new Entry<>(thing, at, false, LogPosition.START);
        }

        Entry<T> described(Entry<T> other) {
            return describedAt.covers(other.describedAt)
                    ? this
                    : new Entry<>(other.thing, other.describedAt, retired, markedAt);
        }

        Entry<T> marked(boolean now, LogPosition at) {
            return markedAt.covers(at) ? this : new Entry<>(thing, describedAt, now, at);
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
    public void on(Positioned event) {
        onOwn(event);
        ranked.apply((CatalogEvent) event.event(), event.position());
        renewal.changed();
    }

    @Override
    public void onOwn(Positioned event) {
        LogPosition at = event.position();
        switch ((CatalogEvent) event.event()) {
            case ContentPublished published -> {
                Content content = published.content();
                contents.compute(content.id(), (id, before) -> described(before, Entry.first(content, at)));
            }
            case ProductListed listed -> {
                Product product = listed.product();
                products.merge(product.id(), Entry.first(product, at), Entry::described);
            }
            case EditorialListSet set -> editorial.updateAndGet(known -> known.replacedBy(set.contents(), at));
            case EditorialRulesSet set -> rules.updateAndGet(known -> known.replacedBy(set.rules(), at));
            case ContentRetired retired -> mark(contents, retired.content(), entry -> entry.marked(true, at));
            case ContentRestored restored -> mark(contents, restored.content(), entry -> entry.marked(false, at));
            case ProductRetired retired -> mark(products, retired.product(), entry -> entry.marked(true, at));
            case ProductRestored restored -> mark(products, restored.product(), entry -> entry.marked(false, at));
        }
    }

    private Entry<Content> described(@Nullable Entry<Content> before, Entry<Content> now) {
        if (before == null) {
            lengths.merge(now.thing.embedding().size(), 1, Integer::sum);
            return now;
        }
        Entry<Content> after = before.described(now);
        lengths.merge(before.thing.embedding().size(), -1, Integer::sum);
        lengths.merge(after.thing.embedding().size(), 1, Integer::sum);
        return after;
    }

    @Override
    public Set<Integer> embeddingLengths(ContentId besides) {
        Map<Integer, Integer> others = new HashMap<>(lengths);
        content(besides).ifPresent(own -> others.merge(own.embedding().size(), -1, Integer::sum));
        others.remove(0);
        others.values().removeIf(count -> count <= 0);
        return others.keySet();
    }

    private static <K, T> void mark(Map<K, Entry<T>> entries, K key, UnaryOperator<Entry<T>> change) {
        entries.computeIfPresent(key, (same, entry) -> change.apply(entry));
    }

    @Override
    public boolean settles(Duration atMost) {
        return renewal.await(atMost);
    }

    @Override
    public void caughtUp() {
        renewal.start();
    }

    @Override
    public void stop() {
        renewal.stop();
    }

    /** With what its content is like, so that no request waits for that. */
    private CatalogSnapshot laidOut() {
        CatalogSnapshot snapshot = ranked.snapshot();
        snapshot.likeness();
        return snapshot;
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
    public List<ContentId> editorial() {
        return editorial.get().chosen();
    }

    @Override
    public EditorialRules rules() {
        return rules.get().chosen();
    }

    @Override
    public Optional<Product> product(ProductId id) {
        return Optional.ofNullable(products.get(id)).map(Entry::thing);
    }

    @Override
    public boolean isRetired(ProductId id) {
        @Nullable Entry<Product> entry = products.get(id);
        return entry != null && entry.retired;
    }
}
