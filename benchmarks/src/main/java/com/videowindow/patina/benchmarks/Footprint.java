package com.videowindow.patina.benchmarks;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;

/** What each thing that a node comes to hold adds to its heap, after a collection. */
final class Footprint {
    static final double MIB = 1 << 20;

    private final ChildServer server;
    private final ObjectNode figures;
    private long before;

    Footprint(ChildServer server, ObjectNode figures) {
        this.server = server;
        this.figures = figures.putObject("heapMiB");
    }

    void take(String what) throws IOException, InterruptedException {
        long now = server.heap();
        System.out.printf("heap: %s %,.1f MiB, in all %,.1f MiB%n", what, (now - before) / MIB, now / MIB);
        figures.put(what, (now - before) / MIB);
        before = now;
    }
}
