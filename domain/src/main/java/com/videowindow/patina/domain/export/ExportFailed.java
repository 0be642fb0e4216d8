package com.videowindow.patina.domain.export;

import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.request.RequestId;
import com.videowindow.patina.domain.request.RequestState;
import com.videowindow.patina.domain.request.RequestStep;
import java.time.Instant;

/** There will be no archive. */
public record ExportFailed(ExportId export, SubjectId subject, ExportFailure why, Instant at)
        implements ExportEvent, RequestStep {
    @Override
    public RequestId request() {
        return export.asRequest();
    }

    @Override
    public Step step() {
        return new Step.Ended(RequestState.FAILED);
    }
}
