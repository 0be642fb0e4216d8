package com.videowindow.patina.domain.request;

import com.videowindow.patina.domain.SubjectId;
import java.time.Instant;

/** Its person was erased while it was open: there is nobody to answer, and nothing to do it about. */
public record RequestEndedByErasure(RequestId request, SubjectId subject, Instant at) implements RequestEvent {

    @Override
    public Step step() {
        return new Step.Ended(RequestState.ENDED_BY_ERASURE);
    }
}
