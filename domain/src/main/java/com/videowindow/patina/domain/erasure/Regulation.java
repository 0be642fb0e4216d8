package com.videowindow.patina.domain.erasure;

import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;

/** Under which law somebody asks, and within which time it wants an answer. */
public enum Regulation {
    /** One month, and two more (article 12(3)). */
    GDPR(Period.ofMonths(1), Period.ofMonths(3)),
    /** 45 days, and 45 more (California Civil Code 1798.130(a)(2)). */
    CCPA(Period.ofDays(45), Period.ofDays(90));

    private final Period answer;
    private final Period atMost;

    Regulation(Period answer, Period atMost) {
        this.answer = answer;
        this.atMost = atMost;
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
