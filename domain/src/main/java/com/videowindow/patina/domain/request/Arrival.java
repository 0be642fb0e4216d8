package com.videowindow.patina.domain.request;

import com.videowindow.patina.domain.erasure.Actor;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a request came that somebody else entered, maybe days later.
 *
 * @param received when it came, from when on the law's clock runs; absent where that was not told, so that whoever enters it
 *     again says the same: it came as it was entered
 */
public record Arrival(Manner manner, @Nullable Instant received) {

    /** @param arrival absent of one that came as it was entered */
    public static Instant received(@Nullable Arrival arrival, Instant entered) {
        return arrival == null || arrival.received == null ? entered : arrival.received;
    }

    /** As whoever entered it told it, or as it goes without saying. */
    public static Arrival of(@Nullable Arrival told, Actor by) {
        return told == null ? new Arrival(by.manner(), null) : told;
    }
}
