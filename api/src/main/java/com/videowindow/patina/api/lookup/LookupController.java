package com.videowindow.patina.api.lookup;

import com.videowindow.patina.api.messaging.Answer;
import com.videowindow.patina.api.messaging.Questions;
import com.videowindow.patina.api.messaging.ReadYourWrites;
import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.lookup.LookupKind;
import com.videowindow.patina.query.lookup.FindLookups;
import com.videowindow.patina.query.lookup.LookupPage;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Who watches over officers: officers, under each other's eyes. */
@RestController
@RequestMapping("/api/v1/compliance/lookups")
final class LookupController {

    private final Questions questions;
    private final ReadYourWrites writes;

    LookupController(Questions questions, ReadYourWrites writes) {
        this.questions = questions;
        this.writes = writes;
    }

    /** @param next cursor of the following page, absent on the last */
    record LookupViews(List<LookupView> items, @Nullable String next) {}

    @Operation(operationId = "listLookups", summary = "Who looked at what and why, newest first.")
    @LooksUp(value = LookupKind.LOOKUPS, whose = Whose.Subject.class)
    @GetMapping
    Answer<LookupViews> all(
            @RequestParam(required = false) @Nullable SubjectId subject,
            @RequestParam(required = false) @Nullable SubjectId officer,
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant to,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit,
            @RequestParam(required = false) @Nullable Long after) {
        FindLookups question = new FindLookups(subject, officer, from, to, cursor, limit);
        return writes.read(after, "lookups", () -> page(questions.ask(question, LookupPage.class)));
    }

    private static LookupViews page(LookupPage found) {
        return new LookupViews(found.items().stream().map(LookupView::of).toList(), found.next());
    }
}
