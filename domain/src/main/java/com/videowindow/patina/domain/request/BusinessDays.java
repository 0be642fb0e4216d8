package com.videowindow.patina.domain.request;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.EnumSet;
import java.util.Set;

/**
 * Counts the days on which California works: Monday to Friday by its own time, and by the same clock on the last of them.
 * Holidays, which would only give more time and change by law, count as any other day, so that nobody relies on one.
 */
final class BusinessDays {
    /** For opting out and limiting (11 CCR 7026(f)(1), 7027(g)(1)). */
    static final int OPT_OUT = 15;

    private static final ZoneId CALIFORNIA = ZoneId.of("America/Los_Angeles");
    private static final Set<DayOfWeek> WEEKEND = EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);

    private BusinessDays() {}

    /** The day on which something comes is none of them. */
    static Instant after(Instant received, int days) {
        ZonedDateTime day = received.atZone(CALIFORNIA);
        for (int left = days; left > 0; ) {
            day = day.plusDays(1);
            left -= WEEKEND.contains(day.getDayOfWeek()) ? 0 : 1;
        }
        return day.toInstant();
    }
}
