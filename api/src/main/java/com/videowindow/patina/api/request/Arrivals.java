package com.videowindow.patina.api.request;

import com.videowindow.patina.api.problem.Unacceptable;
import com.videowindow.patina.domain.erasure.Actor;
import com.videowindow.patina.domain.erasure.Regulation;
import com.videowindow.patina.domain.request.Arrival;
import com.videowindow.patina.domain.request.Manner;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What officers tell of how a request came that the engine carries out. */
public final class Arrivals {
    private Arrivals() {}

    /** Absent where they tell nothing: it comes as they enter it. */
    public static @Nullable Arrival told(
            @Nullable Instant receivedAt, @Nullable Manner manner, @Nullable Regulation regulation, Actor officer) {
        if (receivedAt == null && manner == null) {
            return null;
        }
        if (receivedAt != null) {
            demandPossible(receivedAt, Objects.requireNonNullElse(regulation, Regulation.GDPR), Instant.now());
        }
        return new Arrival(Objects.requireNonNullElse(manner, officer.manner()), receivedAt);
    }

    static void demandPossible(Instant received, Regulation regulation, Instant now) {
        regulation.objection(received, now).ifPresent(why -> {
            throw Unacceptable.field("receivedAt", why);
        });
    }
}
