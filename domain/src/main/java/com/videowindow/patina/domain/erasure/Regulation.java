package com.videowindow.patina.domain.erasure;

import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;

/** Under which law somebody asks, and within which time it wants an answer. */
public enum Regulation {
    /** One month (article 12(3)). */
    GDPR(Period.ofMonths(1)),
    /** 45 days (California Civil Code 1798.130(a)(2)). */
    CCPA(Period.ofDays(45));

    private final Period answer;

    Regulation(Period answer) {
        this.answer = answer;
    }

    /** When a request of this time has to be answered. */
    public Instant deadline(Instant requested) {
        return requested.atZone(ZoneOffset.UTC).plus(answer).toInstant();
    }
}
