package com.videowindow.patina.api.catalog;

import com.videowindow.patina.api.messaging.Commands;
import com.videowindow.patina.api.problem.Problem;
import com.videowindow.patina.api.problem.Problem.FieldError;
import com.videowindow.patina.api.problem.ProblemType;
import com.videowindow.patina.api.problem.Unacceptable;
import com.videowindow.patina.command.catalog.Change;
import com.videowindow.patina.command.catalog.SetEditorialRules;
import com.videowindow.patina.domain.catalog.Catalog;
import com.videowindow.patina.domain.catalog.ContentId;
import com.videowindow.patina.domain.catalog.EditorialRules;
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

/** The rules of editors for all lists: what is lifted, what has a place, and of what there is not too much. */
@RestController
@RequestMapping("/api/v1/catalog/rules")
final class RulesController {
    private static final String NAME = "rules";

    private final Commands commands;
    private final Catalog catalog;

    RulesController(Commands commands, Catalog catalog) {
        this.commands = commands;
        this.catalog = catalog;
    }

    @Operation(
            operationId = "setEditorialRules",
            summary =
                    "Decides by which rules lists are made: all of them, in place of those before. None takes them away.",
            description =
                    "A boost is added to the score of content, or of all that has a facet, which may be a creator's. A pin brings content to"
                            + " its place on a surface. A cap lets no more than so many of a facet, or of each facet of a kind, stand in so"
                            + " many places that follow one another; it goes before a pin, and a list is shorter rather than beyond it."
                            + " Rules choose among what may be offered to somebody and add nothing to it. What they give and take are"
                            + " parts of scores; what is sponsored is said to be.")
    @PutMapping
    ResponseEntity<Published> set(@RequestBody RulesBody told) {
        EditorialRules rules = told.checked();
        for (int i = 0; i < rules.boosts().size(); i++) {
            check("boosts[" + i + "]", rules.boosts().get(i).content());
        }
        for (int i = 0; i < rules.pins().size(); i++) {
            check("pins[" + i + "]", rules.pins().get(i).content());
        }
        return Published.answer(
                NAME, commands.sendForReceipt(new SetEditorialRules(rules, Instant.now()), Change.class));
    }

    private void check(String rule, @Nullable ContentId content) {
        if (content != null && catalog.content(content).isEmpty()) {
            throw new Unacceptable(Problem.of(
                    ProblemType.UNKNOWN_CONTENT, null, List.of(new FieldError(rule + ".content", "names no content"))));
        }
    }

    @Operation(operationId = "getEditorialRules", summary = "The rules of editors as they were set, in force or not.")
    @GetMapping
    RulesBody get() {
        return RulesBody.of(catalog.rules());
    }
}
