package com.videowindow.patina.domain.request;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a request came that somebody else entered, maybe days later.
 *
 * @param received when it came, from when on the law's clock runs
 */
public record Arrival(Manner manner, Instant received) {

    /** @param arrival absent of one that came as it was entered */
    public static Instant received(@Nullable Arrival arrival, Instant entered) {
        return arrival == null ? entered : arrival.received();
    }
}
