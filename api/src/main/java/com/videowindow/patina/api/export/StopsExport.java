package com.videowindow.patina.api.export;

import com.videowindow.patina.api.request.StopsRequest;
import com.videowindow.patina.command.export.ExportCommand.RecordRemoved;
import com.videowindow.patina.command.request.DenyAndStop.Stop;
import com.videowindow.patina.domain.erasure.Actor;
import com.videowindow.patina.domain.export.Archives;
import com.videowindow.patina.domain.export.ExportId;
import com.videowindow.patina.domain.export.RemovalReason;
import com.videowindow.patina.domain.request.RequestKind;
import com.videowindow.patina.domain.request.RequestProgress;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** An archive that is denied must be neither made nor handed out. */
@Component
final class StopsExport implements StopsRequest {
    private final ExportDesk desk;
    private final Archives archives;

    StopsExport(ExportDesk desk, Archives archives) {
        this.desk = desk;
        this.archives = archives;
    }

    @Override
    public Set<RequestKind> kinds() {
        return Set.of(RequestKind.ACCESS, RequestKind.PORTABILITY);
    }

    @Override
    public Optional<Stop> stop(RequestProgress request, Actor by, Instant at) {
        return desk.known(export(request))
                .map(one ->
                        new Stop.OfExport(new RecordRemoved(one.export(), one.subject(), RemovalReason.DENIED, at)));
    }

    /** A node that dies before this leaves the archive to those who look for remains. */
    @Override
    public void stopped(RequestProgress request) {
        archives.remove(List.of(export(request)));
    }

    private static ExportId export(RequestProgress request) {
        return new ExportId(request.request().value());
    }
}
