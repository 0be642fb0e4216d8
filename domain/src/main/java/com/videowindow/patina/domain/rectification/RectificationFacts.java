package com.videowindow.patina.domain.rectification;

import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.audit.Fact;
import com.videowindow.patina.domain.audit.FactLog;
import com.videowindow.patina.domain.request.RequestId;
import java.time.Instant;
import java.util.Optional;

/** Where what people said stands in the log: under the request. */
public final class RectificationFacts {
    private RectificationFacts() {}

    public static Fact of(RectificationAsked asked) {
        return new Fact("rectification", asked.subject(), asked.request().toString(), Instant.EPOCH, asked);
    }

    /** Absent where nothing was said, or it can be read no more. */
    public static Optional<RectificationAsked> find(FactLog log, SubjectId subject, RequestId request) {
        return log.find(of(new RectificationAsked(subject, request, null, "?", Instant.EPOCH)))
                .filter(RectificationAsked.class::isInstance)
                .map(RectificationAsked.class::cast);
    }
}
