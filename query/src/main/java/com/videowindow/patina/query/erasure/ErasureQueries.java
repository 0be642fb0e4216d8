package com.videowindow.patina.query.erasure;

import com.videowindow.patina.domain.erasure.ErasureProgress;
import java.util.Optional;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.stereotype.Component;

/** Shows how erasures stand. */
@Component
final class ErasureQueries {
    private final ErasureBook book;

    ErasureQueries(ErasureBook book) {
        this.book = book;
    }

    @QueryHandler
    Optional<ErasureProgress> handle(FindErasure question) {
        return book.find(question.erasure());
    }

    @QueryHandler
    ErasurePage handle(FindErasures question) {
        return book.page(question.state(), question.cursor(), question.limit());
    }
}
