package com.videowindow.patina.domain.retention;

import com.videowindow.patina.domain.privacy.DataCategory;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;

/**
 * All facts of one kind that the log stored in one month, of everybody: they rest under one secret, and end together.
 *
 * @param month in UTC, by the clock of the node that stored them
 */
public record RetentionPeriod(DataCategory category, YearMonth month) implements Comparable<RetentionPeriod> {
    private static final long SECONDS_OF_A_DAY = 86_400;
    private static final Comparator<RetentionPeriod> ORDER =
            Comparator.comparing(RetentionPeriod::category).thenComparing(RetentionPeriod::month);

    public static RetentionPeriod of(DataCategory category, Instant stored) {
        return new RetentionPeriod(category, month(stored));
    }

    public static YearMonth month(Instant time) {
        LocalDate day = LocalDate.ofEpochDay(Math.floorDiv(time.getEpochSecond(), SECONDS_OF_A_DAY));
        return YearMonth.of(day.getYear(), day.getMonthValue());
    }

    @Override
    public int compareTo(RetentionPeriod other) {
        return ORDER.compare(this, other);
    }
}
