package com.videowindow.patina.query.lookup;

import org.axonframework.queryhandling.QueryHandler;
import org.springframework.stereotype.Component;

/** Shows who looked at what. */
@Component
final class LookupQueries {
    private final LookupBook book;

    LookupQueries(LookupBook book) {
        this.book = book;
    }

    @QueryHandler
    LookupPage handle(FindLookups question) {
        return book.page(question);
    }
}
