package com.videowindow.patina.api.request;

import com.videowindow.patina.api.problem.Unacceptable;
import com.videowindow.patina.domain.Refusal;
import com.videowindow.patina.domain.Refused;
import com.videowindow.patina.domain.erasure.Actor;
import com.videowindow.patina.domain.erasure.Regulation;
import com.videowindow.patina.domain.request.Arrival;
import com.videowindow.patina.domain.request.Manner;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What officers tell of how a request came that the engine carries out. */
public final class Arrivals {
    private Arrivals() {}

    /** What nobody can enter: what people say here by themselves, and what the engine begins, it knows by itself. */
    private static final Set<Manner> ENGINES = EnumSet.of(Manner.ACCOUNT, Manner.RESTORED);

    /** Absent where they tell nothing: it comes as they enter it. */
    public static @Nullable Arrival told(
            @Nullable Instant receivedAt, @Nullable Manner manner, @Nullable Regulation regulation, Actor officer) {
        if (receivedAt == null && manner == null) {
            return null;
        }
        if (manner != null) {
            demandEntered(manner);
        }
        if (receivedAt != null) {
            demandPossible(receivedAt, Objects.requireNonNullElse(regulation, Regulation.GDPR), Instant.now());
        }
        return new Arrival(Objects.requireNonNullElse(manner, officer.manner()), receivedAt);
    }

    static void demandEntered(Manner manner) {
        if (ENGINES.contains(manner)) {
            String allowed = EnumSet.complementOf(EnumSet.copyOf(ENGINES)).stream()
                    .map(each -> each.name().toLowerCase(Locale.ROOT))
                    .collect(Collectors.joining(", "));
            throw new Refused(new Refusal.Implausible("manner", "must be one of " + allowed));
        }
    }

    static void demandPossible(Instant received, Regulation regulation, Instant now) {
        regulation.objection(received, now).ifPresent(why -> {
            throw Unacceptable.field("receivedAt", why);
        });
    }
}
