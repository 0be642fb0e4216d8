package com.videowindow.patina.eventlog;

import com.videowindow.patina.eventlog.Commit.Outcome;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds out what became of commits when the server did not say so: by whose event ids stand under their keys. */
final class Settling {
    private final BlockStore blocks;
    private final LogMetrics metrics;

    Settling(BlockStore blocks, LogMetrics metrics) {
        this.blocks = blocks;
        this.metrics = metrics;
    }

    /** Settles and takes out those that landed or never can; the rest goes again. */
    void settle(List<Commit> open) {
        List<String> keys =
                open.stream().flatMap(commit -> commit.keys().stream()).toList();
        Map<String, BlockStore.Place> taken = blocks.places(keys);
        open.removeIf(commit -> {
            Outcome known = outcome(commit, taken);
            if (known != null) {
                commit.settle(known);
            }
            return known != null;
        });
    }

    private @Nullable Outcome outcome(Commit commit, Map<String, BlockStore.Place> taken) {
        Map<String, BlockStore.Place> own = new HashMap<>();
        for (LoggedEvent event : commit.events()) {
            BlockStore.Place place = taken.get(event.key());
            if (place != null && !place.eventId().equals(event.id())) {
                metrics.conflicted(1);
                return new Outcome.Conflict(event.key());
            }
            if (place != null) {
                own.put(event.key(), place);
            }
        }
        BlockStore.Place first = own.get(commit.keys().getFirst());
        BlockStore.Place last = own.get(commit.keys().getLast());
        return first == null || last == null ? null : new Outcome.Landed(first.position(), last.position());
    }
}
