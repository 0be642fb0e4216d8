package com.videowindow.patina.api.request;

import com.videowindow.patina.api.opendsr.CarriesOut;
import com.videowindow.patina.command.request.RequestCommand.ReceiveRequest;
import com.videowindow.patina.domain.erasure.Regulation;
import com.videowindow.patina.domain.opendsr.RequestStatus;
import com.videowindow.patina.domain.request.OpenRequests;
import com.videowindow.patina.domain.request.RequestId;
import com.videowindow.patina.domain.request.RequestKind;
import com.videowindow.patina.domain.request.RequestProgress;
import com.videowindow.patina.domain.request.RequestState;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Enters what officers answer by hand into their list, under the sender's own id. */
@Component
final class AnsweredByHand implements CarriesOut {

    private final RequestDesk desk;
    private final OpenRequests open;

    AnsweredByHand(RequestDesk desk, OpenRequests open) {
        this.desk = desk;
        this.open = open;
    }

    @Override
    public Set<RequestKind> kinds() {
        return Set.of(RequestKind.RECTIFICATION);
    }

    @Override
    public Begun begin(Wish wish) {
        desk.decide(new ReceiveRequest(
                wish.request(),
                wish.subject(),
                wish.by(),
                wish.kind(),
                wish.arrival().manner(),
                wish.regulation(),
                wish.submitted(),
                null,
                Instant.now()));
        return new Begun(wish.request(), false, Map.of());
    }

    @Override
    public Instant due(Instant now, boolean atOnce, Regulation regulation) {
        return regulation.deadline(now);
    }

    /** What was entered just now may not be in the list yet: it is waiting. */
    @Override
    public Optional<Standing> standing(RequestId carried) {
        return open.find(carried).or(() -> desk.look(carried)).map(AnsweredByHand::standing);
    }

    private static Standing standing(RequestProgress request) {
        Instant since = Objects.requireNonNullElse(request.closed(), request.received());
        return new Standing(status(request.state()), since, null);
    }

    private static RequestStatus status(RequestState state) {
        return switch (state) {
            case OPEN, HELD, FAILED -> RequestStatus.PENDING;
            case ANSWERED -> RequestStatus.COMPLETED;
            case DENIED, WITHDRAWN, ENDED_BY_ERASURE -> RequestStatus.CANCELLED;
        };
    }
}
