package com.videowindow.patina.query.interaction;

import org.axonframework.queryhandling.QueryHandler;
import org.springframework.stereotype.Component;

/** Shows a person what they did: it is theirs as long as it is stored. */
@Component
final class InteractionQueries {
    private final Histories histories;

    InteractionQueries(Histories histories) {
        this.histories = histories;
    }

    @QueryHandler
    InteractionPage handle(FindInteractions question) {
        return histories.page(question.subject(), question.cursor(), question.limit());
    }
}
