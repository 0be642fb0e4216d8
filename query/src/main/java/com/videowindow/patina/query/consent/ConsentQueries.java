package com.videowindow.patina.query.consent;

import com.videowindow.patina.domain.consent.Purpose;
import com.videowindow.patina.query.consent.ConsentChoices.Choice;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.stereotype.Component;

/** Answers for every purpose, also those that nobody chose about yet: silence is a no. */
@Component
final class ConsentQueries {
    private final ConsentLedger ledger;
    private final PastConsents past;

    ConsentQueries(ConsentLedger ledger, PastConsents past) {
        this.ledger = ledger;
        this.past = past;
    }

    @QueryHandler
    ConsentChoices handle(FindConsents question) {
        ConsentChoices known = ledger.of(question.subject());
        return new ConsentChoices(complete(known.choices()), known.degraded());
    }

    @QueryHandler
    PastChoices handle(FindPastConsents question) {
        PastConsents.Found known = past.of(question.subject(), question.position());
        return new PastChoices(new ConsentChoices(complete(known.choices()), false), known.whole());
    }

    private static List<Choice> complete(List<Choice> known) {
        Map<Purpose, Choice> made = new EnumMap<>(Purpose.class);
        known.forEach(choice -> made.put(choice.purpose(), choice));
        return Arrays.stream(Purpose.values())
                .map(purpose -> made.getOrDefault(purpose, new Choice(purpose, false, null, null, null)))
                .toList();
    }
}
