package com.videowindow.patina.domain.export;

import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.erasure.Actor;
import com.videowindow.patina.domain.erasure.Regulation;
import com.videowindow.patina.domain.request.Arrival;
import com.videowindow.patina.domain.request.RequestId;
import com.videowindow.patina.domain.request.RequestKind;
import com.videowindow.patina.domain.request.RequestStep;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody asked for everything that is held about a person.
 *
 * @param deadline by which the law wants an answer
 * @param arrival absent where it came as it was entered
 * @param kind of request that it answers; absent of access
 */
public record ExportRequested(
        ExportId export,
        SubjectId subject,
        Actor by,
        Regulation regulation,
        Instant deadline,
        @Nullable Arrival arrival,
        @Nullable RequestKind kind,
        Instant at)
        implements ExportEvent, RequestStep {
    @Override
    public RequestId request() {
        return export.asRequest();
    }

    @Override
    public Step step() {
        return Step.Opened.entered(kind == null ? RequestKind.ACCESS : kind, arrival, by, regulation, at);
    }
}
