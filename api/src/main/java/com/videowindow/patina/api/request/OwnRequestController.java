package com.videowindow.patina.api.request;

import com.videowindow.patina.api.messaging.Answer;
import com.videowindow.patina.api.messaging.ReadYourWrites;
import com.videowindow.patina.api.security.Caller;
import com.videowindow.patina.query.request.FindRequests;
import com.videowindow.patina.query.request.RequestPage;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A person sees how what they asked for stands: by when it is answered, why it takes longer, why it was denied. */
@RestController
@RequestMapping("/api/v1/user/requests")
final class OwnRequestController {

    private final RequestDesk desk;
    private final ReadYourWrites writes;

    OwnRequestController(RequestDesk desk, ReadYourWrites writes) {
        this.desk = desk;
        this.writes = writes;
    }

    /** @param next cursor of the following page, absent on the last */
    record OwnRequests(List<RequestView> items, @Nullable String next) {}

    @Operation(operationId = "listOwnRequests", summary = "What the caller asked for under a law, newest first.")
    @GetMapping
    Answer<OwnRequests> all(
            Caller caller,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit,
            @RequestParam(required = false) @Nullable Long after) {
        FindRequests question = FindRequests.of(caller.reader(), cursor, limit);
        return writes.read(after, "requests", () -> views(desk.page(question)));
    }

    private static OwnRequests views(RequestPage found) {
        return new OwnRequests(
                found.items().stream().map(RequestView::forPerson).toList(), found.next());
    }
}
