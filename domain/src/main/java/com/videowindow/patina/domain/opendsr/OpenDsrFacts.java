package com.videowindow.patina.domain.opendsr;

import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.audit.Fact;
import com.videowindow.patina.domain.audit.FactLog;
import com.videowindow.patina.domain.erasure.Actor;
import com.videowindow.patina.domain.erasure.Regulation;
import com.videowindow.patina.domain.request.RequestId;
import com.videowindow.patina.domain.request.RequestKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Where the steps of a request stand in the log: under the sender's id, whoever it is about. */
public final class OpenDsrFacts {
    private static final String FAMILY = "opendsr";

    private OpenDsrFacts() {}

    public static Fact of(OpenDsrEvent event) {
        String step =
                switch (event) {
                    case OpenDsrReceived received -> "received";
                    case OpenDsrCancelled cancelled -> "cancelled";
                    case OpenDsrTold told -> "told-" + told.status().name() + '-' + told.callback();
                };
        SubjectId place = new SubjectId(event.request().value());
        return new Fact(FAMILY, place, step + '/' + event.request(), Instant.EPOCH, event);
    }

    public static Optional<OpenDsrReceived> received(FactLog log, RequestId request) {
        return log.find(receiving(request)).map(OpenDsrReceived.class::cast);
    }

    public static Optional<OpenDsrCancelled> cancelled(FactLog log, RequestId request) {
        return log.find(cancelling(request)).map(OpenDsrCancelled.class::cast);
    }

    /** The places of what may be there about a request that is carried out under an id of its own. */
    public static List<Fact> all(RequestId carried, RequestId sent) {
        List<Fact> all = new ArrayList<>(all(carried));
        if (!sent.equals(carried)) {
            all.addAll(all(sent)); // that which was received names both, the others the sender's
        }
        return all;
    }

    /** The places of what may be there. */
    public static List<Fact> all(RequestId request) {
        List<Fact> all = new ArrayList<>(List.of(receiving(request), cancelling(request)));
        for (RequestStatus status : RequestStatus.values()) {
            for (int callback = 0; callback < OpenDsrReceived.MOST_CALLBACKS; callback++) {
                all.add(of(new OpenDsrTold(request, somebody(request), status, callback, true, Instant.EPOCH)));
            }
        }
        return all;
    }

    private static Fact receiving(RequestId request) {
        Actor somebody = somebody(request);
        return of(new OpenDsrReceived(
                request,
                somebody.id(),
                somebody,
                RequestKind.ERASURE,
                Regulation.GDPR,
                request,
                Instant.EPOCH,
                Instant.EPOCH,
                List.of(),
                Instant.EPOCH));
    }

    private static Fact cancelling(RequestId request) {
        return of(new OpenDsrCancelled(request, somebody(request), Instant.EPOCH));
    }

    private static Actor somebody(RequestId request) {
        return new Actor(Actor.Kind.OFFICER, new SubjectId(request.value()));
    }
}
