package com.videowindow.patina.domain.export;

import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.erasure.Actor;
import com.videowindow.patina.domain.erasure.Regulation;
import com.videowindow.patina.domain.request.RequestId;
import com.videowindow.patina.domain.request.RequestKind;
import com.videowindow.patina.domain.request.RequestStep;
import java.time.Instant;

/**
 * Somebody asked for everything that is held about a person.
 *
 * @param deadline by which the law wants an answer
 */
public record ExportRequested(
        ExportId export, SubjectId subject, Actor by, Regulation regulation, Instant deadline, Instant at)
        implements ExportEvent, RequestStep {
    @Override
    public RequestId request() {
        return export.asRequest();
    }

    @Override
    public Step step() {
        return new Step.Opened(RequestKind.ACCESS, by.manner(), by, regulation, at);
    }
}
