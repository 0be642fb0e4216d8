package com.videowindow.patina.domain.part;

import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.erasure.ErasureId;
import com.videowindow.patina.domain.request.RequestId;
import com.videowindow.patina.domain.request.RequestStep;
import com.videowindow.patina.domain.request.Response;
import java.time.Instant;

/**
 * Everything was done and looked through.
 *
 * @param certificate signed, to be checked by anybody; names nobody, and nothing that went
 */
public record PartErasureCertified(ErasureId erasure, SubjectId subject, String certificate, Instant at)
        implements PartStep, RequestStep {
    @Override
    public RequestId request() {
        return new RequestId(erasure.value());
    }

    @Override
    public Step step() {
        return new Step.Answered(Response.COMPLIED);
    }
}
