package com.videowindow.patina.api.catalog;

import com.videowindow.patina.api.messaging.Commands;
import com.videowindow.patina.api.problem.Problem;
import com.videowindow.patina.api.problem.Problem.FieldError;
import com.videowindow.patina.api.problem.ProblemType;
import com.videowindow.patina.api.problem.Unacceptable;
import com.videowindow.patina.command.catalog.Change;
import com.videowindow.patina.command.catalog.SetEditorialList;
import com.videowindow.patina.domain.catalog.Catalog;
import com.videowindow.patina.domain.catalog.ContentId;
import com.videowindow.patina.domain.catalog.EditorialListSet;
import io.swagger.v3.oas.annotations.Operation;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What editors put first for people of whom nothing is known, as long as nothing is popular. */
@RestController
@RequestMapping("/api/v1/catalog/editorial")
final class EditorialController {
    private static final String NAME = "editorial";

    private final Commands commands;
    private final Catalog catalog;

    EditorialController(Commands commands, Catalog catalog) {
        this.commands = commands;
        this.catalog = catalog;
    }

    /** @param contents the best first, each once, at most 100; needed, so that nothing said is not taken for nothing chosen */
    record Chosen(@Nullable List<ContentId> contents) {}

    @Operation(
            operationId = "setEditorialList",
            summary =
                    "Chooses what is offered where nothing is known of anybody: the whole list, in order. None takes it away.")
    @PutMapping
    ResponseEntity<Published> set(@RequestBody Chosen chosen) {
        List<ContentId> contents = chosen.contents();
        if (contents == null) {
            throw Unacceptable.field("contents", "must be given; none takes the list away");
        }
        if (contents.size() > EditorialListSet.MOST) {
            throw Unacceptable.field("contents", "must have at most " + EditorialListSet.MOST + " entries");
        }
        for (int i = 0; i < contents.size(); i++) {
            check(contents, i);
        }
        return Published.answer(
                NAME, commands.sendForReceipt(new SetEditorialList(contents, Instant.now()), Change.class));
    }

    private void check(List<ContentId> contents, int place) {
        String field = "contents[" + place + "]";
        if (contents.indexOf(contents.get(place)) < place) {
            throw Unacceptable.field(field, "is named before");
        }
        if (catalog.content(contents.get(place)).isEmpty()) {
            throw new Unacceptable(
                    Problem.of(ProblemType.UNKNOWN_CONTENT, null, List.of(new FieldError(field, "names no content"))));
        }
    }

    /** One of the list; what is retired is not offered until it is restored. */
    record Entry(ContentId contentId, boolean retired) {}

    /** The list as it was set. */
    record Editorial(List<Entry> contents) {}

    @Operation(operationId = "getEditorialList", summary = "What editors put first.")
    @GetMapping
    Editorial get() {
        return new Editorial(catalog.editorial().stream()
                .map(content -> new Entry(content, catalog.isRetired(content)))
                .toList());
    }
}
