package com.videowindow.patina.domain.export;

import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.request.RequestId;
import com.videowindow.patina.domain.request.RequestState;
import com.videowindow.patina.domain.request.RequestStep;
import java.time.Instant;

/** The archive is gone, and so are its keys; or what was begun of one, and then it is not made. */
public record ExportRemoved(ExportId export, SubjectId subject, RemovalReason why, Instant at)
        implements ExportEvent, RequestStep {
    @Override
    public RequestId request() {
        return export.asRequest();
    }

    @Override
    public Step step() {
        return new Step.Ended(
                switch (why) {
                    case DELETED -> RequestState.WITHDRAWN;
                    case LEAVING -> RequestState.ENDED_BY_ERASURE;
                    case PART_ERASED -> RequestState.FAILED; // its person still wants a copy, of the rest
                    case EXPIRED, DENIED -> RequestState.OPEN; // was answered before; is denied next
                });
    }
}
