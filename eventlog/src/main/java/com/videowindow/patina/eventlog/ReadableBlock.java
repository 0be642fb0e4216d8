package com.videowindow.patina.eventlog;

import java.util.List;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.jspecify.annotations.Nullable;

/** A block as readers get it: its messages are made once, and each payload is decoded at most once, by whoever asks. */
final class ReadableBlock {
    private final long number;
    private final int size;
    private final EventMapping mapping;
    private final Block block;
    private volatile @Nullable List<TrackedEventMessage<?>> messages;

    ReadableBlock(Block block, EventMapping mapping) {
        this.number = block.number();
        this.size = block.size();
        this.block = block;
        this.mapping = mapping;
    }

    long number() {
        return number;
    }

    int size() {
        return size;
    }

    Block block() {
        return block;
    }

    /** One that this version does not know says so when it is asked for its type or payload. */
    List<TrackedEventMessage<?>> messages() {
        List<TrackedEventMessage<?>> made = messages;
        if (made == null) {
            made = mapping.tracked(block);
            messages = made;
        }
        return made;
    }
}
