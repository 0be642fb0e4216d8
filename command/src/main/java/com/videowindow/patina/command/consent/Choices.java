package com.videowindow.patina.command.consent;

import com.videowindow.patina.domain.consent.ConsentEvent;
import com.videowindow.patina.domain.consent.ConsentGiven;
import com.videowindow.patina.domain.consent.ConsentWithdrawn;
import com.videowindow.patina.domain.consent.Purpose;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** The newest choice per purpose, folded from one person's consent events. */
final class Choices {

    private final Map<Purpose, ConsentEvent> newest = new EnumMap<>(Purpose.class);
    private final Map<Purpose, Instant> allowedSince = new EnumMap<>(Purpose.class);

    void take(ConsentEvent event) {
        newest.put(event.purpose(), event);
        switch (event) {
            case ConsentGiven given -> allowedSince.putIfAbsent(given.purpose(), given.at());
            case ConsentWithdrawn withdrawn -> allowedSince.remove(withdrawn.purpose());
        }
    }

    /** The same choice under the same policy, if it stands: neither the channel nor the time makes it another one. */
    Optional<ConsentEvent> already(ConsentEvent event) {
        return Optional.ofNullable(newest.get(event.purpose()))
                .filter(known ->
                        known.getClass() == event.getClass() && known.policy().equals(event.policy()));
    }

    /** The begin of the unbroken permission that holds now; empty when there is none. */
    Optional<Instant> allowedSince(Purpose purpose) {
        return Optional.ofNullable(allowedSince.get(purpose));
    }
}
