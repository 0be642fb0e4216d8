package com.videowindow.patina.domain.request;

import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.erasure.Actor;
import java.time.Instant;

/** An officer answered. */
public record RequestAnswered(RequestId request, SubjectId subject, Actor by, Response response, Instant at)
        implements RequestEvent {
    @Override
    public Step step() {
        return new Step.Answered(response);
    }
}
