package com.videowindow.patina.domain.export;

import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.request.RequestId;
import com.videowindow.patina.domain.request.RequestStep;
import com.videowindow.patina.domain.request.Response;
import java.time.Instant;

/**
 * The archive is complete, which a second count confirmed.
 *
 * @param expires until when it is kept
 */
public record ExportMade(ExportId export, SubjectId subject, ArchiveSummary archive, Instant expires, Instant at)
        implements ExportEvent, RequestStep {
    @Override
    public RequestId request() {
        return export.asRequest();
    }

    @Override
    public Step step() {
        return new Step.Answered(Response.COMPLIED);
    }
}
