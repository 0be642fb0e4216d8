package com.videowindow.patina.domain.erasure;

import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.request.RequestId;
import com.videowindow.patina.domain.request.RequestStep;
import com.videowindow.patina.domain.request.Response;
import java.time.Instant;

/**
 * Everything was done and looked through.
 *
 * @param certificate signed, to be checked by anybody; names nobody
 */
public record ErasureCertified(ErasureId erasure, SubjectId subject, String certificate, Instant at)
        implements ErasureEvent, RequestStep {
    @Override
    public RequestId request() {
        return erasure.asRequest();
    }

    @Override
    public Step step() {
        return new Step.Answered(Response.COMPLIED);
    }
}
