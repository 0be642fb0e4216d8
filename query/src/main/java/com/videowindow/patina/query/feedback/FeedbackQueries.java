package com.videowindow.patina.query.feedback;

import org.axonframework.queryhandling.QueryHandler;
import org.springframework.stereotype.Component;

/** Shows a person what they said: it is theirs as long as it is stored. */
@Component
final class FeedbackQueries {
    private final FeedbackHistories histories;

    FeedbackQueries(FeedbackHistories histories) {
        this.histories = histories;
    }

    @QueryHandler
    FeedbackPage handle(FindFeedback question) {
        return histories.page(question.subject(), question.cursor(), question.limit());
    }
}
