package com.videowindow.patina.query.part;

import com.videowindow.patina.domain.part.PartProgress;
import java.util.Optional;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.stereotype.Component;

/** Shows how erasures of parts stand. */
@Component
final class PartQueries {
    private final PartBook book;

    PartQueries(PartBook book) {
        this.book = book;
    }

    @QueryHandler
    Optional<PartProgress> handle(FindPart question) {
        return book.find(question.erasure());
    }

    @QueryHandler
    PartPage handle(FindParts question) {
        return book.page(question.state(), question.cursor(), question.limit());
    }
}
