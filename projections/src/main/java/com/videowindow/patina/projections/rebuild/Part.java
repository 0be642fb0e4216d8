package com.videowindow.patina.projections.rebuild;

import com.github.luben.zstd.Zstd;
import com.videowindow.patina.domain.LogPosition;
import com.videowindow.patina.projections.runner.Fold;
import com.videowindow.patina.projections.runner.Positioned;
import com.videowindow.patina.projections.store.Document;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Some of the documents of a rebuild, kept in memory while they grow: a person's events are scattered over the whole log,
 * and a document that is read and written again for each of them costs more than all the folding. Kept as they will be
 * stored, compressed, which is about a tenth of what the objects take. What does not fit is written and let go.
 *
 * <p>All of it may be done twice, so one that failed is simply done again.
 */
final class Part<D> {
    /** Documents that are objects at one time: those of all events of a batch would fill a small heap. */
    private static final int OPEN_AT_ONCE = 200;

    private static final int FASTEST = 1;
    private static final int OVERHEAD = 150;

    private final Fold<D> fold;
    private final String index;
    private final LogPosition since;
    private final long room;
    private final Map<String, Document<byte[]>> kept = new HashMap<>();
    private final Set<String> unwritten = new HashSet<>();
    private long size;

    /**
     * @param since what was to be left out by then is left out of all that is read
     * @param room bytes of memory that it may take
     */
    Part(Fold<D> fold, String index, LogPosition since, long room) {
        this.fold = fold;
        this.index = index;
        this.since = since;
        this.room = room;
    }

    void take(List<Positioned> events) {
        if (fold.model().isFact()) {
            fold.apply(index, events);
            return;
        }
        Map<String, List<Positioned>> open = new LinkedHashMap<>();
        fold.byKey(events).forEach((key, all) -> {
            open.put(key, all);
            if (open.size() == OPEN_AT_ONCE) {
                close(open);
            }
        });
        close(open);
        if (size > room) {
            write();
            kept.clear();
            size = 0;
        }
    }

    private void close(Map<String, List<Positioned>> open) {
        Map<String, Document<D>> again = fold.foldedAgain(open, since);
        fold.fold(open, keys -> {
                    Map<String, Document<D>> current = current(keys);
                    current.putAll(again);
                    return current;
                })
                .forEach(this::keep);
        open.clear();
    }

    private Map<String, Document<D>> current(Set<String> keys) {
        Map<String, Document<D>> current = HashMap.newHashMap(keys.size());
        List<String> unknown = new ArrayList<>();
        for (String key : keys) {
            Document<byte[]> packed = kept.get(key);
            if (packed == null) {
                unknown.add(key);
            } else {
                current.put(
                        key,
                        fold.documents()
                                .read(Objects.requireNonNull(unpacked(packed).body())));
            }
        }
        current.putAll(fold.documents().current(index, unknown));
        return current;
    }

    private void keep(String key, Document<D> document) {
        byte[] packed = Zstd.compress(fold.documents().json(document), FASTEST);
        Document<byte[]> old = kept.put(key, new Document<>(document.position(), packed));
        size += packed.length - (old == null ? -OVERHEAD : Objects.requireNonNull(old.body()).length);
        unwritten.add(key);
    }

    private static Document<byte[]> unpacked(Document<byte[]> packed) {
        byte[] bytes = Objects.requireNonNull(packed.body());
        return new Document<>(packed.position(), Zstd.decompress(bytes, (int) Zstd.getFrameContentSize(bytes)));
    }

    /** Until all of it is stored. */
    void write() {
        fold.documents().storeJson(index, false, unwritten, key -> unpacked(Objects.requireNonNull(kept.get(key))));
        unwritten.clear();
    }
}
