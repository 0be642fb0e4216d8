package com.videowindow.patina.api.request;

import com.videowindow.patina.api.messaging.Commands;
import com.videowindow.patina.api.messaging.Done;
import com.videowindow.patina.api.messaging.Questions;
import com.videowindow.patina.api.problem.Unacceptable;
import com.videowindow.patina.command.request.DenyAndStop;
import com.videowindow.patina.command.request.DenyAndStop.Stop;
import com.videowindow.patina.command.request.RequestCommand;
import com.videowindow.patina.command.request.RequestCommand.DenyRequest;
import com.videowindow.patina.domain.LogPosition;
import com.videowindow.patina.domain.Refusal;
import com.videowindow.patina.domain.Refused;
import com.videowindow.patina.domain.audit.FactLog;
import com.videowindow.patina.domain.opendsr.OpenDsrFacts;
import com.videowindow.patina.domain.opendsr.OpenDsrReceived;
import com.videowindow.patina.domain.request.RequestId;
import com.videowindow.patina.domain.request.RequestProgress;
import com.videowindow.patina.domain.request.RequestState;
import com.videowindow.patina.query.request.FindRequest;
import com.videowindow.patina.query.request.FindRequests;
import com.videowindow.patina.query.request.RequestPage;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Finds requests, and sends what is decided about them. */
@Component
final class RequestDesk {

    private final Commands commands;
    private final Questions questions;
    private final FactLog facts;
    private final List<StopsRequest> engine;

    RequestDesk(Commands commands, Questions questions, FactLog facts, List<StopsRequest> engine) {
        this.facts = facts;
        this.commands = commands;
        this.questions = questions;
        this.engine = engine;
    }

    /** @param position by which the decision is in the log */
    record Decided(RequestId id, LogPosition position) {}

    /** By its own id, or by the one under which somebody's tool sent it, where the engine carries it out under another. */
    Optional<RequestProgress> look(RequestId request) {
        return one(request).or(() -> OpenDsrFacts.received(facts, request)
                .map(OpenDsrReceived::carried)
                .filter(carried -> !carried.equals(request))
                .flatMap(this::one));
    }

    private Optional<RequestProgress> one(RequestId request) {
        return questions.find(new FindRequest(request), RequestProgress.class);
    }

    RequestProgress find(RequestId request) {
        return look(request).orElseThrow(Unacceptable::nothingHere);
    }

    RequestPage page(FindRequests question) {
        return questions.ask(question, RequestPage.class);
    }

    Decided decide(RequestCommand decision) {
        return send(decision);
    }

    private Decided send(Object decision) {
        Done<RequestId> done = commands.sendForReceipt(decision, RequestId.class);
        return new Decided(done.result(), done.position());
    }

    /** With it stops what the engine does about it: what cannot be stopped is not denied. Denying again changes nothing. */
    Decided deny(RequestProgress known, DenyRequest denial) {
        if (known.state() != RequestState.DENIED) {
            demandOpen(known);
        }
        // What it was joined to goes on: that is another request.
        for (StopsRequest each : known.joined() == null ? engine : List.<StopsRequest>of()) {
            if (each.kinds().contains(known.kind())) {
                Optional<Stop> stop = each.stop(known, denial.by(), denial.at());
                if (stop.isPresent()) {
                    Decided denied = send(new DenyAndStop(denial, stop.get()));
                    each.stopped(known);
                    return denied;
                }
            }
        }
        return decide(denial);
    }

    /** What the engine carries out may have come to its end without officers: the aggregate of theirs does not know. */
    static RequestProgress demandOpen(RequestProgress known) {
        if (!known.state().isOpen()) {
            throw closed(known);
        }
        return known;
    }

    private static Refused closed(RequestProgress known) {
        return new Refused(new Refusal.RequestIs(known.state(), known.extension() != null));
    }
}
