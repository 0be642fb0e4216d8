package com.videowindow.patina.query.consent;

import org.axonframework.queryhandling.QueryHandler;
import org.springframework.stereotype.Component;

/** Answers what people allow, and allowed. */
@Component
final class ConsentQueries {
    private final ConsentLedger ledger;
    private final PastConsents past;
    private final ConsentPopulation population;

    ConsentQueries(ConsentLedger ledger, PastConsents past, ConsentPopulation population) {
        this.ledger = ledger;
        this.past = past;
        this.population = population;
    }

    @QueryHandler
    ConsentChoices handle(FindConsents question) {
        return ledger.of(question.subject(), question.now());
    }

    @QueryHandler
    PastChoices handle(FindPastConsents question) {
        PastConsents.Found known = past.of(question.subject(), question.position(), question.at());
        return new PastChoices(known.choices(), known.whole());
    }

    @QueryHandler
    PopulationFigures handle(FindConsentPopulation question) {
        return population.now();
    }
}
