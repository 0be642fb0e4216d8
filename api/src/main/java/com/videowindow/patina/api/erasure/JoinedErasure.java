package com.videowindow.patina.api.erasure;

import com.videowindow.patina.command.request.RequestCommand.ReceiveRequest;
import com.videowindow.patina.domain.erasure.Actor;
import com.videowindow.patina.domain.erasure.ErasureProgress;
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
 * What officers enter about somebody whose erasure is under way. Under another law, or when it is told how it came, it is a
 * request of its own that is answered with that one; anything else is the same said again.
 */
final class JoinedErasure {
    private JoinedErasure() {}

    static Optional<ReceiveRequest> of(
            ErasureProgress stands, Actor by, @Nullable Arrival arrival, Regulation regulation, Instant now) {
        if (arrival == null && stands.regulation() == regulation) {
            return Optional.empty();
        }
        Arrival came = Objects.requireNonNullElseGet(arrival, () -> new Arrival(by.manner(), now));
        RequestId joined = new RequestId(stands.erasure().value());
        String told = "joined/" + joined + "/" + regulation
                + (arrival == null ? "" : "/" + arrival.manner() + "/" + arrival.received());
        return Optional.of(new ReceiveRequest(
                new RequestId(UUID.nameUUIDFromBytes(told.getBytes(StandardCharsets.UTF_8))),
                stands.subject(),
                by,
                RequestKind.ERASURE,
                came.manner(),
                regulation,
                came.received(),
                joined,
                now));
    }
}
