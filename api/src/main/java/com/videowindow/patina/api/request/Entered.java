package com.videowindow.patina.api.request;

import com.videowindow.patina.command.request.RequestCommand.ReceiveRequest;
import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.erasure.Actor;
import com.videowindow.patina.domain.erasure.Regulation;
import com.videowindow.patina.domain.request.Arrival;
import com.videowindow.patina.domain.request.RequestId;
import com.videowindow.patina.domain.request.RequestKind;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is entered about somebody for whom the engine may do it already.
 *
 * @param arrival how it came; absent where that is not told
 */
public record Entered(Actor by, @Nullable Arrival arrival, Regulation regulation) {

    /** @param regulation the GDPR when absent */
    public static Entered under(@Nullable Regulation regulation, Actor by, @Nullable Arrival arrival) {
        return new Entered(by, arrival, Objects.requireNonNullElse(regulation, Regulation.GDPR));
    }

    /**
     * Under another law, or when it is told that it came otherwise, it is a request of its own that is answered with the one
     * under way; anything else is the same said again, and enters nothing.
     */
    public Optional<ReceiveRequest> joining(
            RequestId other, SubjectId subject, RequestKind kind, Entered stands, Instant now) {
        return saysAgain(stands)
                ? Optional.empty()
                : Optional.of(new ReceiveRequest(
                        joined(other),
                        subject,
                        by,
                        kind,
                        came().manner(),
                        regulation,
                        Arrival.received(arrival, now),
                        other,
                        now));
    }

    private Arrival came() {
        return Arrival.of(arrival, by);
    }

    private boolean saysAgain(Entered stands) {
        return regulation == stands.regulation && (arrival == null || arrival.equals(stands.came()));
    }

    /** The same for the same, so that it is entered once. */
    private RequestId joined(RequestId other) {
        String told = "joined/" + other + '/' + regulation + '/' + came().manner() + '/' + came().received();
        return new RequestId(UUID.nameUUIDFromBytes(told.getBytes(StandardCharsets.UTF_8)));
    }
}
