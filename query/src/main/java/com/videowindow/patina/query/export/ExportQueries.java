package com.videowindow.patina.query.export;

import com.videowindow.patina.domain.export.ExportProgress;
import java.util.Optional;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.stereotype.Component;

/** Shows how exports stand. */
@Component
final class ExportQueries {
    private final ExportBook book;

    ExportQueries(ExportBook book) {
        this.book = book;
    }

    @QueryHandler
    Optional<ExportProgress> handle(FindExport question) {
        return book.find(question.export());
    }

    @QueryHandler
    ExportPage handle(FindExports question) {
        return book.page(question.subject(), question.state(), question.cursor(), question.limit());
    }
}
