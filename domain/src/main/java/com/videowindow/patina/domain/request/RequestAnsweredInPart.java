package com.videowindow.patina.domain.request;

import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.erasure.Actor;
import com.videowindow.patina.domain.erasure.CaseReference;
import java.time.Instant;

/**
 * An officer complied with a part, and denied the rest.
 *
 * @param basis on which the rest was denied
 * @param reference of the case, where the reasons stand in full
 */
public record RequestAnsweredInPart(
        RequestId request, SubjectId subject, Actor by, DenialBasis basis, CaseReference reference, Instant at)
        implements RequestEvent {

    @Override
    public Step step() {
        return new Step.AnsweredInPart(basis, reference);
    }
}
