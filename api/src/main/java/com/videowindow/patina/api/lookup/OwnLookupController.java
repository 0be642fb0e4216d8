package com.videowindow.patina.api.lookup;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.videowindow.patina.api.messaging.Questions;
import com.videowindow.patina.api.security.Caller;
import com.videowindow.patina.domain.erasure.Actor;
import com.videowindow.patina.domain.lookup.LookedUp;
import com.videowindow.patina.domain.lookup.LookupKind;
import com.videowindow.patina.domain.lookup.LookupReason;
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

/** A person sees who looked at them: in which role and why, not by name. */
@RestController
@RequestMapping("/api/v1/user/lookups")
final class OwnLookupController {

    private final Questions questions;

    OwnLookupController(Questions questions) {
        this.questions = questions;
    }

    /** @param reason absent where none was given */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record LookedAtMe(
            Instant at,
            Actor.Kind role,
            LookupKind kind,
            @Nullable LookupReason reason) {
        static LookedAtMe of(LookedUp one) {
            return new LookedAtMe(one.at(), one.by().kind(), one.kind(), one.reason());
        }
    }

    /** @param next cursor of the following page, absent on the last */
    record LookedAtMePage(List<LookedAtMe> items, @Nullable String next) {}

    @Operation(operationId = "listOwnLookups", summary = "Who looked at the caller's data, newest first.")
    @GetMapping
    LookedAtMePage all(
            Caller caller,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit) {
        FindLookups question = new FindLookups(caller.reader(), null, null, null, cursor, limit);
        LookupPage found = questions.ask(question, LookupPage.class);
        return new LookedAtMePage(found.items().stream().map(LookedAtMe::of).toList(), found.next());
    }
}
