package com.videowindow.patina.projections.rebuild;

import com.videowindow.patina.domain.AboutSubject;
import com.videowindow.patina.projections.runner.Positioned;
import java.util.ArrayList;
import java.util.List;

/**
 * Events that are folded together: the more, the more of them meet in one document, which must be unpacked and packed
 * again for each batch that it appears in, at twenty times the cost of folding one event.
 */
final class Gathered {
    /** Of the heap for each event; two batches are in memory, and an interaction takes half a kilobyte. */
    private static final int HEAP_PER_EVENT = 4 << 10;

    private static final int FEWEST = 10_000;
    private static final int MOST = 250_000;
    /** What is not about a person is about content, whose texts are long. */
    private static final int WEIGHT_OF_TEXTS = 8;

    private final long room;
    private List<Positioned> events = new ArrayList<>();
    private long weight;

    /** @param heap bytes of memory that there are for everything */
    Gathered(long heap) {
        this.room = Math.clamp(heap / HEAP_PER_EVENT, FEWEST, MOST);
    }

    void add(Positioned event) {
        events.add(event);
        weight += event.event() instanceof AboutSubject ? 1 : WEIGHT_OF_TEXTS;
    }

    boolean isFull() {
        return weight >= room;
    }

    /** All of them, none of which stay here. */
    List<Positioned> taken() {
        List<Positioned> taken = events;
        events = new ArrayList<>();
        weight = 0;
        return taken;
    }
}
