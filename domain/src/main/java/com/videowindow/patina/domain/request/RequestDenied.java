package com.videowindow.patina.domain.request;

import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.erasure.Actor;
import com.videowindow.patina.domain.erasure.CaseReference;
import java.time.Instant;

/**
 * An officer denied it.
 *
 * @param reference of the case, where the reasons stand in full
 */
public record RequestDenied(
        RequestId request, SubjectId subject, Actor by, DenialBasis basis, CaseReference reference, Instant at)
        implements RequestEvent {
    @Override
    public Step step() {
        return new Step.Denied(basis, reference);
    }
}
