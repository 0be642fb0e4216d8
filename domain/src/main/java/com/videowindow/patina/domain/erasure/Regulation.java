package com.videowindow.patina.domain.erasure;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.Optional;

/** Under which law somebody asks, and within which time it wants an answer. */
public enum Regulation {
    /** One month, and two more (article 12(3)). */
    GDPR(Period.ofMonths(1), Period.ofMonths(3), LocalDate.of(2018, 5, 25)),
    /** 45 days, and 45 more (California Civil Code 1798.130(a)(2)). */
    CCPA(Period.ofDays(45), Period.ofDays(90), LocalDate.of(2020, 1, 1));

    private final Period answer;
    private final Period atMost;
    private final LocalDate begin;

    Regulation(Period answer, Period atMost, LocalDate begin) {
        this.answer = answer;
        this.atMost = atMost;
        this.begin = begin;
    }

    /**
     * Why nobody can have asked at this time; absent where they can have. Under a law nobody asks before it applies, nor
     * later than now.
     */
    public Optional<String> objection(Instant requested, Instant now) {
        if (requested.isAfter(now)) {
            return Optional.of("must not be in the future");
        }
        return requested.isBefore(begin.atStartOfDay(ZoneOffset.UTC).toInstant())
                ? Optional.of("must not be before " + begin + ", from when on this law applies")
                : Optional.empty();
    }

    /** When a request of this time has to be answered. */
    public Instant deadline(Instant requested) {
        return after(requested, answer);
    }

    /** When it has to be answered at last, where it is more than can be done in time and the person was told so. */
    public Instant extended(Instant requested) {
        return after(requested, atMost);
    }

    private static Instant after(Instant requested, Period period) {
        return requested.atZone(ZoneOffset.UTC).plus(period).toInstant();
    }
}
