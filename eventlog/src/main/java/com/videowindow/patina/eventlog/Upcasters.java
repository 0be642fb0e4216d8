package com.videowindow.patina.eventlog;

import java.util.List;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.axonframework.serialization.upcasting.event.EventUpcasterChain;

/**
 * How events of the past are read as those of today: a chain of one step for each revision that a name in
 * {@link EventNames} has left behind, older steps first. Each step is a class of its own file here, named after what it
 * makes, as {@code ConsentGiven2}; what stands in the log is never changed, so no step may ever be taken out or altered.
 * Nothing has a second revision yet.
 */
final class Upcasters {
    static final EventUpcaster CURRENT = new EventUpcasterChain(List.of());

    private Upcasters() {}
}
