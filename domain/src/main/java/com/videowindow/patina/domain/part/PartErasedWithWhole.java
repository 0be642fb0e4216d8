package com.videowindow.patina.domain.part;

import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.erasure.ErasureId;
import com.videowindow.patina.domain.request.RequestId;
import com.videowindow.patina.domain.request.RequestStep;
import com.videowindow.patina.domain.request.Response;
import java.time.Instant;

/**
 * The person was erased meanwhile, and with everything also this part; the certificate of that is the proof.
 */
public record PartErasedWithWhole(ErasureId erasure, SubjectId subject, Instant at) implements PartStep, RequestStep {
    @Override
    public RequestId request() {
        return new RequestId(erasure.value());
    }

    @Override
    public Step step() {
        return new Step.Answered(Response.COMPLIED);
    }
}
