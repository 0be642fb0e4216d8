package com.videowindow.patina.api.part;

import com.videowindow.patina.api.request.StopsRequest;
import com.videowindow.patina.command.part.PartCommand.CancelPart;
import com.videowindow.patina.domain.erasure.Actor;
import com.videowindow.patina.domain.erasure.ErasureId;
import com.videowindow.patina.domain.request.RequestKind;
import com.videowindow.patina.domain.request.RequestProgress;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** The erasure of a part that is denied must not be carried out. */
@Component
final class StopsPart implements StopsRequest {

    private final PartDesk desk;

    StopsPart(PartDesk desk) {
        this.desk = desk;
    }

    @Override
    public RequestKind kind() {
        return RequestKind.PARTIAL_ERASURE;
    }

    @Override
    public void stop(RequestProgress request, Actor by, Instant at) {
        ErasureId erasure = new ErasureId(request.request().value());
        desk.decide(new CancelPart(erasure, request.subject(), by, at));
    }
}
