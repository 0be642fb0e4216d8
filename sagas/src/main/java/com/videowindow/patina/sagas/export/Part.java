package com.videowindow.patina.sagas.export;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Consumer;

/** One kind of thing that is held about a person: rows that are read anew for each form, never all in memory. */
interface Part {
    /** Names its files. */
    String name();

    void each(Consumer<ObjectNode> row);

    /** The latest, in order. */
    void newest(int atMost, Consumer<ObjectNode> row);
}
