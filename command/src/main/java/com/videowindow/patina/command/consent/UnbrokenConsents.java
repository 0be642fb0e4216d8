package com.videowindow.patina.command.consent;

import com.videowindow.patina.domain.consent.ConsentEvent;
import com.videowindow.patina.domain.consent.Policies;
import com.videowindow.patina.domain.consent.Purpose;
import com.videowindow.patina.domain.consent.Standing;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What one person allows, folded from their consent events, and since when without a break. */
final class UnbrokenConsents {

    private final Policies policies;
    private final Map<Purpose, Span> spans = new HashMap<>();
    private Standing standing = Standing.NONE;

    /** @param again something stood against it before: a no, an end, a restriction or an objection */
    private record Span(Instant since, boolean again) {}

    UnbrokenConsents(Policies policies) {
        this.policies = policies;
    }

    void take(ConsentEvent event) {
        Standing before = standing;
        standing = before.after(event);
        for (Purpose purpose : standing.purposes().keySet()) {
            if (!standing.isOpen(purpose)) {
                spans.remove(purpose);
            } else if (!before.isOpen(purpose) || before.isOver(purpose, policies, event.at())) {
                spans.put(purpose, new Span(event.at(), !before.of(purpose).isSilent()));
            }
        }
    }

    Standing standing() {
        return standing;
    }

    /** The begin of the unbroken permission that holds now; empty when there is none. */
    Optional<Instant> allowedSince(Purpose purpose, Instant now) {
        Instant offered = policies.offeredSince(purpose, now);
        return span(purpose, now).map(span -> span.since.isBefore(offered) ? offered : span.since);
    }

    /** The end of the time in which something stood against it; empty where nothing ever did. */
    Optional<Instant> forbiddenUntil(Purpose purpose, Instant now) {
        return span(purpose, now).filter(Span::again).map(Span::since);
    }

    private Optional<Span> span(Purpose purpose, Instant now) {
        return standing.permits(purpose, policies, now) ? Optional.ofNullable(spans.get(purpose)) : Optional.empty();
    }
}
