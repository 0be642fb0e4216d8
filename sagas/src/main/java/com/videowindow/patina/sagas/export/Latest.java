package com.videowindow.patina.sagas.export;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;

/** Keeps the last rows of many. */
final class Latest implements Consumer<ObjectNode> {
    private final int atMost;
    private final Deque<ObjectNode> rows = new ArrayDeque<>();

    Latest(int atMost) {
        this.atMost = atMost;
    }

    @Override
    public void accept(ObjectNode row) {
        if (rows.size() == atMost) {
            rows.removeFirst();
        }
        rows.addLast(row);
    }

    void each(Consumer<ObjectNode> row) {
        rows.forEach(row);
    }
}
