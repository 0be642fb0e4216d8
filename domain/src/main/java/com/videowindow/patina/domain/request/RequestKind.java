package com.videowindow.patina.domain.request;

import com.videowindow.patina.domain.erasure.Regulation;
import java.time.Instant;
import java.util.Optional;

/** What is asked for: the nature of a request, as CCPA regulation 7101(b) calls it. Stored. */
public enum RequestKind {
    /** GDPR article 17, CCPA 1798.105. */
    ERASURE,
    /** Article 15, CCPA 1798.110: to know. */
    ACCESS,
    /** Article 20. */
    PORTABILITY,
    /** Article 16, CCPA 1798.106: to correct. */
    RECTIFICATION,
    /** Article 18. */
    RESTRICTION,
    /** Article 21. */
    OBJECTION,
    /** Article 17, CCPA 1798.105, of a part. */
    PARTIAL_ERASURE,
    /** CCPA 1798.120. */
    SALE_OPT_OUT,
    /** The same, of sharing for advertising across contexts. */
    SHARING_OPT_OUT,
    /** CCPA 1798.121. */
    LIMIT_USE;

    /** Whether it is heeded without asking who they are (CCPA regulation 7060(b)), and soon. */
    public boolean isOptOut() {
        return this == SALE_OPT_OUT || this == SHARING_OPT_OUT || this == LIMIT_USE;
    }

    /** Whether it can be asked for under this law; the rights that go by one name in both are asked for under both. */
    public boolean isOf(Regulation law) {
        return !isOptOut() || law == Regulation.CCPA;
    }

    /** When one of this time has to be answered. */
    public Instant deadline(Regulation law, Instant received) {
        return isOptOut() ? BusinessDays.after(received, BusinessDays.OPT_OUT) : law.deadline(received);
    }

    /** When it has to be answered at last; absent where the law knows no more time. */
    public Optional<Instant> extended(Regulation law, Instant received) {
        return isOptOut() ? Optional.empty() : Optional.of(law.extended(received));
    }
}
