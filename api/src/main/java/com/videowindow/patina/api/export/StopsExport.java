package com.videowindow.patina.api.export;

import com.videowindow.patina.api.request.StopsRequest;
import com.videowindow.patina.domain.erasure.Actor;
import com.videowindow.patina.domain.export.ExportId;
import com.videowindow.patina.domain.request.RequestKind;
import com.videowindow.patina.domain.request.RequestProgress;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** An archive that is denied must be neither made nor handed out. */
@Component
final class StopsExport implements StopsRequest {
    private final ExportDesk desk;

    StopsExport(ExportDesk desk) {
        this.desk = desk;
    }

    @Override
    public RequestKind kind() {
        return RequestKind.ACCESS;
    }

    @Override
    public void stop(RequestProgress request, Actor by, Instant at) {
        desk.deny(new ExportId(request.request().value()), at);
    }
}
