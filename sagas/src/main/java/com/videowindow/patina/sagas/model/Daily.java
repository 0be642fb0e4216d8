package com.videowindow.patina.sagas.model;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * What is done once a day.
 *
 * @param at what time, UTC
 */
record Daily(LocalTime at) {
    /**
     * A node that was down at the time asks afterwards, where it was ever done; where it was not, nobody does before the time comes.
     *
     * @param before when it was done last
     * @param looked when this was asked last
     */
    boolean isDue(@Nullable Instant before, @Nullable Instant looked, Instant now) {
        Instant last = last(now);
        boolean came = looked != null && looked.isBefore(last);
        return before == null ? came : before.isBefore(last);
    }

    private Instant last(Instant now) {
        Instant today = LocalDate.ofInstant(now, ZoneOffset.UTC).atTime(at).toInstant(ZoneOffset.UTC);
        return today.isAfter(now) ? today.minus(Duration.ofDays(1)) : today;
    }
}
