package com.videowindow.patina.api.part;

import com.videowindow.patina.api.request.StopsRequest;
import com.videowindow.patina.command.part.PartCommand.CancelPart;
import com.videowindow.patina.command.request.DenyAndStop.Stop;
import com.videowindow.patina.domain.erasure.Actor;
import com.videowindow.patina.domain.erasure.ErasureId;
import com.videowindow.patina.domain.request.RequestKind;
import com.videowindow.patina.domain.request.RequestProgress;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The erasure of a part that is denied must not be carried out. */
@Component
final class StopsPart implements StopsRequest {

    @Override
    public Set<RequestKind> kinds() {
        return Set.of(RequestKind.PARTIAL_ERASURE);
    }

    @Override
    public Optional<Stop> stop(RequestProgress request, Actor by, Instant at) {
        ErasureId erasure = new ErasureId(request.request().value());
        return Optional.of(new Stop.OfPart(new CancelPart(erasure, request.subject(), by, at)));
    }
}
