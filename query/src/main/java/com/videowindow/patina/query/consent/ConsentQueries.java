package com.videowindow.patina.query.consent;

import com.videowindow.patina.domain.LogPosition;
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
        Map<Purpose, Choice> made = new EnumMap<>(Purpose.class);
        LogPosition asOf = question.asOf();
        ConsentChoices known = asOf == null
                ? ledger.of(question.subject())
                : new ConsentChoices(past.of(question.subject(), asOf), false);
        known.choices().forEach(choice -> made.put(choice.purpose(), choice));
        List<Choice> all = Arrays.stream(Purpose.values())
                .map(purpose -> made.getOrDefault(purpose, new Choice(purpose, false, null, null, null)))
                .toList();
        return new ConsentChoices(all, known.degraded());
    }
}
