package com.videowindow.patina.domain.erasure;

import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.request.RequestId;
import com.videowindow.patina.domain.request.RequestStep;
import java.time.Instant;

/** The request was taken back before it started: everything is as it was. */
public record ErasureCancelled(ErasureId erasure, SubjectId subject, Actor by, Instant at)
        implements ErasureEvent, RequestStep {
    @Override
    public RequestId request() {
        return erasure.asRequest();
    }

    @Override
    public Step step() {
        return new Step.Withdrawn();
    }
}
