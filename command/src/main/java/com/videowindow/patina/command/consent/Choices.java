package com.videowindow.patina.command.consent;

import com.videowindow.patina.domain.consent.ConsentEnded;
import com.videowindow.patina.domain.consent.ConsentEvent;
import com.videowindow.patina.domain.consent.ConsentGiven;
import com.videowindow.patina.domain.consent.Policies;
import com.videowindow.patina.domain.consent.Purpose;
import com.videowindow.patina.domain.consent.PurposeEvent;
import com.videowindow.patina.domain.consent.Standing;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What one person allows, folded from their consent events, and since when. */
final class Choices {

    private final Map<Purpose, Instant> givenSince = new HashMap<>();
    private Standing standing = Standing.NONE;

    void take(ConsentEvent event) {
        if (event instanceof PurposeEvent about) {
            switch (about) {
                case ConsentGiven given -> givenSince.putIfAbsent(given.purpose(), given.at());
                case ConsentEnded ended -> givenSince.remove(ended.purpose());
                default -> {}
            }
        }
        standing = standing.after(event);
    }

    Standing standing() {
        return standing;
    }

    /** The begin of the unbroken permission that holds now; empty when there is none. */
    Optional<Instant> allowedSince(Purpose purpose, Policies policies, Instant now) {
        return standing.permits(purpose, policies, now)
                ? Optional.ofNullable(givenSince.get(purpose))
                : Optional.empty();
    }
}
