package com.videowindow.patina.eventlog;

import java.util.List;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.axonframework.serialization.upcasting.event.EventUpcasterChain;

/**
 * How events of the past are read as those of today: a chain of one step for each revision that a name in
 * {@link EventNames} has left behind, older steps first. Each step is a class of its own file here, named after what it
 * makes, as {@code ConsentGiven2}; what stands in the log is never changed, so no step may ever be taken out or altered.
 * Nothing has a second revision yet.
 *
 * <p>A step makes one event of one. Two would stand at one position, and whoever has read the first would pass over the
 * second: {@link EventMapping} refuses that. An event that says two things is taken apart by those who handle it. A name
 * that is no longer written keeps its frozen examples, and a step from it to the name that took its place.
 */
final class Upcasters {
    static final EventUpcaster CURRENT = new EventUpcasterChain(List.of());

    private Upcasters() {}
}
