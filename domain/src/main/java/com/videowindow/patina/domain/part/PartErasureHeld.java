package com.videowindow.patina.domain.part;

import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.erasure.Actor;
import com.videowindow.patina.domain.erasure.CaseReference;
import com.videowindow.patina.domain.erasure.ErasureId;
import com.videowindow.patina.domain.erasure.HoldBasis;
import com.videowindow.patina.domain.request.RequestId;
import com.videowindow.patina.domain.request.RequestStep;
import java.time.Instant;

/**
 * A legal reason keeps the data for now; it is still neither used nor shown.
 */
public record PartErasureHeld(
        ErasureId erasure, SubjectId subject, Actor by, HoldBasis basis, CaseReference reference, Instant at)
        implements PartStep, RequestStep {
    @Override
    public RequestId request() {
        return new RequestId(erasure.value());
    }

    @Override
    public Step step() {
        return new Step.Held(basis);
    }
}
