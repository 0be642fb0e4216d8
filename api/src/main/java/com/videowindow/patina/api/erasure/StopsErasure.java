package com.videowindow.patina.api.erasure;

import com.videowindow.patina.api.request.StopsRequest;
import com.videowindow.patina.command.erasure.ErasureCommand.CancelErasure;
import com.videowindow.patina.command.request.DenyAndStop.Stop;
import com.videowindow.patina.domain.erasure.Actor;
import com.videowindow.patina.domain.erasure.ErasureId;
import com.videowindow.patina.domain.request.RequestKind;
import com.videowindow.patina.domain.request.RequestProgress;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** An erasure that is denied must not be carried out. */
@Component
final class StopsErasure implements StopsRequest {

    @Override
    public Set<RequestKind> kinds() {
        return Set.of(RequestKind.ERASURE);
    }

    @Override
    public Optional<Stop> stop(RequestProgress request, Actor by, Instant at) {
        ErasureId erasure = new ErasureId(request.request().value());
        return Optional.of(new Stop.OfErasure(new CancelErasure(erasure, request.subject(), by, at)));
    }
}
