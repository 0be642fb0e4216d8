package com.videowindow.patina.query.recommendation;

import com.videowindow.patina.domain.consent.Control;
import com.videowindow.patina.domain.consent.CurrentConsents;
import com.videowindow.patina.domain.recommendation.RecommendationsServed;
import java.util.Optional;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.stereotype.Component;

/** Finds what a page goes on from, where its person still allows lists that rest on it. */
@Component
final class ServedQueries {
    private final CurrentConsents consents;
    private final Trails trails;

    ServedQueries(CurrentConsents consents, Trails trails) {
        this.consents = consents;
        this.trails = trails;
    }

    @QueryHandler
    Optional<RecommendationsServed> handle(FindServed question) {
        boolean allowed = consents.isKnown()
                && consents.allows(question.subject(), question.purpose())
                && !consents.isOn(question.subject(), Control.NON_PROFILING);
        return allowed
                ? trails.find(question.subject(), question.recommendation())
                        .filter(list -> list.subject().equals(question.subject()))
                : Optional.empty();
    }
}
