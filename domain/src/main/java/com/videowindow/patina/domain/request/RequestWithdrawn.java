package com.videowindow.patina.domain.request;

import com.videowindow.patina.domain.SubjectId;
import java.time.Instant;

/** What it was joined to was taken back, and it with that. */
public record RequestWithdrawn(RequestId request, SubjectId subject, Instant at) implements RequestEvent {

    @Override
    public Step step() {
        return new Step.Withdrawn();
    }
}
