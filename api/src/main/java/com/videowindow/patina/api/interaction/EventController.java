package com.videowindow.patina.api.interaction;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import com.videowindow.patina.api.problem.Unacceptable;
import com.videowindow.patina.api.security.Caller;
import com.videowindow.patina.command.interaction.Interaction;
import com.videowindow.patina.command.interaction.Verdict;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What people did. */
@RestController
@RequestMapping("/api/v1/events")
final class EventController {

    private final EventIntake intake;

    EventController(EventIntake intake) {
        this.intake = intake;
    }

    @Operation(operationId = "recordEvent", summary = "Stores what the caller did, once per message id and day.")
    @ApiResponse(responseCode = "201", description = "Stored", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "200", description = "Stored before: a repetition", useReturnTypeSchema = true)
    @PostMapping
    ResponseEntity<Outcome> one(Caller caller, @RequestBody EventBody event) {
        Interaction interaction = event.interaction();
        Verdict verdict = intake.record(caller, List.of(interaction), false).getFirst();
        return switch (verdict) {
            case Verdict.Accepted accepted ->
                ResponseEntity.status(accepted.duplicate() ? HttpStatus.OK : HttpStatus.CREATED)
                        .body(Outcome.stored(event.messageId().value(), accepted.position(), accepted.duplicate()));
            case Verdict.Rejected rejected ->
                throw new Unacceptable(EventIntake.why(interaction, rejected.refusal(), ""));
        };
    }

    @Operation(operationId = "recordEvents", summary = "Stores the good ones of many events, with a verdict on each.")
    @PostMapping("/batch")
    EventIntake.Report several(Caller caller, @RequestBody Batch batch) {
        return intake.takeIn(caller, batch.events(), false);
    }

    /** Events of one person, in the order they happened; each is judged by itself. */
    record Batch(
            @JsonProperty(required = true) @ArraySchema(schema = @Schema(implementation = EventBody.class))
            List<JsonNode> events) {
        Batch {
            if (events.isEmpty()) {
                throw new IllegalArgumentException("events must not be empty");
            }
        }
    }
}
