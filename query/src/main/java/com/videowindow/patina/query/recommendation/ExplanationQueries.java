package com.videowindow.patina.query.recommendation;

import com.videowindow.patina.domain.recommendation.RecommendationsServed;
import java.util.Locale;
import java.util.Optional;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.stereotype.Component;

/** Tells why a list was as it was, from its trail and nothing else: what was learned since changes nothing. */
@Component
final class ExplanationQueries {
    private final Trails trails;
    private final Wording wording;

    ExplanationQueries(Trails trails, Wording wording) {
        this.trails = trails;
        this.wording = wording;
    }

    @QueryHandler
    Optional<Explanation> handle(FindExplanation question) {
        return trails.find(question.subject(), question.recommendation())
                .filter(served -> served.subject().equals(question.subject()))
                .map(served -> explained(served, question.language()));
    }

    @QueryHandler
    Explanation handle(FindReasons question) {
        return explained(question.list(), question.language());
    }

    private Explanation explained(RecommendationsServed served, Locale language) {
        return new Explanation(
                served.id(),
                served.at(),
                served.algorithm(),
                served.model(),
                served.asOf(),
                served.consents(),
                served.fallback(),
                served.surface(),
                wording.worded(served.items(), language));
    }
}
