package com.videowindow.patina.domain.erasure;

import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.request.RequestId;
import com.videowindow.patina.domain.request.RequestStep;
import java.time.Instant;

/**
 * A legal reason keeps the data for now; it is still not used. The {@linkplain LegalHoldPlaced hold} stands for itself, before
 * this in the same stream: this says that a request waits for it, and a log that has the one without the other holds nobody.
 *
 * @param reference of the case, for those who look it up elsewhere
 */
public record ErasureHeld(
        ErasureId erasure, SubjectId subject, Actor by, HoldBasis basis, CaseReference reference, Instant at)
        implements ErasureEvent, RequestStep {
    @Override
    public RequestId request() {
        return erasure.asRequest();
    }

    @Override
    public Step step() {
        return new Step.Held(basis);
    }
}
