package com.videowindow.patina.query.rectification;

import org.axonframework.queryhandling.QueryHandler;
import org.springframework.stereotype.Component;

/** Shows a person what they said. */
@Component
final class RectificationQueries {
    private final Rectifications said;

    RectificationQueries(Rectifications said) {
        this.said = said;
    }

    @QueryHandler
    RectificationPage handle(FindRectifications question) {
        return said.page(question.subject(), question.cursor(), question.limit());
    }
}
