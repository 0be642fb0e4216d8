package com.videowindow.patina.api.erasure;

import com.videowindow.patina.api.request.StopsRequest;
import com.videowindow.patina.command.erasure.ErasureCommand.CancelErasure;
import com.videowindow.patina.domain.erasure.Actor;
import com.videowindow.patina.domain.erasure.ErasureId;
import com.videowindow.patina.domain.request.RequestKind;
import com.videowindow.patina.domain.request.RequestProgress;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** An erasure that is denied must not be carried out. */
@Component
final class StopsErasure implements StopsRequest {

    private final ErasureDesk desk;

    StopsErasure(ErasureDesk desk) {
        this.desk = desk;
    }

    @Override
    public RequestKind kind() {
        return RequestKind.ERASURE;
    }

    @Override
    public void stop(RequestProgress request, Actor by, Instant at) {
        ErasureId erasure = new ErasureId(request.request().value());
        desk.decide(new CancelErasure(erasure, request.subject(), by, at));
    }
}
