package com.videowindow.patina.api.request;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.videowindow.patina.api.lookup.LooksUp;
import com.videowindow.patina.api.problem.Unacceptable;
import com.videowindow.patina.domain.LogPosition;
import com.videowindow.patina.domain.audit.PastEvents;
import com.videowindow.patina.domain.lookup.LookupKind;
import com.videowindow.patina.domain.rectification.RectificationAsked;
import com.videowindow.patina.domain.request.RequestEvent;
import com.videowindow.patina.domain.request.RequestId;
import com.videowindow.patina.domain.request.RequestProgress;
import io.swagger.v3.oas.annotations.Operation;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What a person wrote to officers who are to answer it: meant for them, so nobody has to release it. */
@RestController
@RequestMapping("/api/v1/compliance/requests")
final class StatementController {

    private final RequestDesk desk;
    private final PastEvents past;

    StatementController(RequestDesk desk, PastEvents past) {
        this.desk = desk;
        this.past = past;
    }

    /** @param position of the fact that it is about, if any */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record RequestStatement(@Nullable LogPosition position, String statement, Instant at) {}

    @Operation(operationId = "getRequestStatement", summary = "What a person says is wrong about them, word for word.")
    @LooksUp(value = LookupKind.REQUESTS, whose = WhoseRequest.class)
    @GetMapping("/{id}/statement")
    RequestStatement statement(@PathVariable RequestId id) {
        RequestProgress known = desk.find(id);
        RectificationAsked asked = past.stream(RequestEvent.stream(known.request())).values().stream()
                .filter(RectificationAsked.class::isInstance)
                .map(RectificationAsked.class::cast)
                .findFirst()
                .orElseThrow(Unacceptable::nothingHere);
        return new RequestStatement(asked.of(), asked.statement(), asked.at());
    }
}
