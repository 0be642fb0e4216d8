package com.videowindow.patina.query.request;

import com.videowindow.patina.domain.request.OpenRequests;
import com.videowindow.patina.domain.request.RequestProgress;
import java.util.Optional;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.stereotype.Component;

/** Shows how requests stand: of one that is open, memory knows more than what is written down. */
@Component
final class RequestQueries {
    private final RequestBook book;
    private final OpenRequests open;

    RequestQueries(RequestBook book, OpenRequests open) {
        this.book = book;
        this.open = open;
    }

    @QueryHandler
    Optional<RequestProgress> handle(FindRequest question) {
        return open.find(question.request()).or(() -> book.find(question.request()));
    }

    @QueryHandler
    RequestPage handle(FindRequests question) {
        return book.page(question);
    }
}
