package com.videowindow.patina.domain.request;

import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.erasure.Actor;
import java.time.Instant;

/**
 * The answer takes longer, as the law allows once.
 *
 * @param until when it has to be answered now
 */
public record RequestExtended(
        RequestId request, SubjectId subject, Actor by, ExtensionReason reason, Instant until, Instant at)
        implements RequestEvent {
    @Override
    public Step step() {
        return new Step.Extended(reason, until);
    }
}
