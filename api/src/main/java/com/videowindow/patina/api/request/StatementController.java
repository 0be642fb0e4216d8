package com.videowindow.patina.api.request;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.videowindow.patina.api.lookup.LooksUp;
import com.videowindow.patina.api.problem.Unacceptable;
import com.videowindow.patina.domain.LogPosition;
import com.videowindow.patina.domain.audit.FactLog;
import com.videowindow.patina.domain.lookup.LookupKind;
import com.videowindow.patina.domain.rectification.RectificationAsked;
import com.videowindow.patina.domain.rectification.RectificationFacts;
import com.videowindow.patina.domain.request.RequestId;
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
    private final FactLog facts;

    StatementController(RequestDesk desk, FactLog facts) {
        this.desk = desk;
        this.facts = facts;
    }

    /** @param position of the fact that it is about, if any */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record RequestStatement(@Nullable LogPosition position, String statement, Instant at) {}

    @Operation(operationId = "getRequestStatement", summary = "What a person says is wrong about them, word for word.")
    @LooksUp(value = LookupKind.REQUESTS, whose = WhoseRequest.class)
    @GetMapping("/{id}/statement")
    RequestStatement statement(@PathVariable RequestId id) {
        RectificationAsked asked =
                RectificationFacts.find(facts, desk.find(id).subject(), id).orElseThrow(Unacceptable::nothingHere);
        return new RequestStatement(asked.of(), asked.statement(), asked.at());
    }
}
