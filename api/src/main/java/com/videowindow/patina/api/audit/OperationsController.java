package com.videowindow.patina.api.audit;

import com.videowindow.patina.api.problem.Problem;
import com.videowindow.patina.api.problem.ProblemType;
import com.videowindow.patina.api.problem.Unacceptable;
import com.videowindow.patina.api.security.KeyedNames;
import com.videowindow.patina.domain.Refusal;
import com.videowindow.patina.domain.Refused;
import com.videowindow.patina.domain.audit.LogInspection;
import com.videowindow.patina.domain.audit.LogStatus;
import com.videowindow.patina.domain.audit.ProjectionProgress;
import com.videowindow.patina.domain.audit.ProjectionStatus;
import com.videowindow.patina.domain.audit.ReplayStatus;
import com.videowindow.patina.domain.audit.Replays;
import io.swagger.v3.oas.annotations.Operation;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The log, the read models, and their rebuilding. */
@RestController
@RequestMapping("/api/v1/operations")
final class OperationsController {

    private final LogInspection log;
    private final ProjectionProgress projections;
    private final Replays replays;
    private final KeyedNames names;

    OperationsController(LogInspection log, ProjectionProgress projections, Replays replays, KeyedNames names) {
        this.log = log;
        this.projections = projections;
        this.replays = replays;
        this.names = names;
    }

    @Operation(operationId = "getLog", summary = "The log in figures.")
    @GetMapping("/log")
    LogStatus log() {
        return log.status();
    }

    @Operation(operationId = "listProjections", summary = "How far each read model is.")
    @GetMapping("/projections")
    List<ProjectionStatus> projections() {
        return projections.all();
    }

    @Operation(operationId = "startReplay", summary = "Rebuilds a read model beside the live one.")
    @PostMapping("/replays")
    @ResponseStatus(HttpStatus.ACCEPTED)
    ReplayStatus start(
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestBody Rebuild rebuild) {
        if (!replays.projections().contains(rebuild.projection())) {
            String known =
                    String.join(", ", replays.projections().stream().sorted().toList());
            throw Unacceptable.field("projection", "must be one of " + known);
        }
        String id = key == null ? UUID.randomUUID().toString() : names.name("replay", key);
        if (replays.find(id)
                .filter(other -> !other.projection().equals(rebuild.projection()))
                .isPresent()) {
            throw new Refused(new Refusal.MessageReused());
        }
        return replays.start(id, rebuild.projection(), Instant.now());
    }

    @Operation(operationId = "listReplays", summary = "All rebuilds.")
    @GetMapping("/replays")
    List<ReplayStatus> replays() {
        return replays.all();
    }

    @Operation(operationId = "getReplay", summary = "How far a rebuild is.")
    @GetMapping("/replays/{id}")
    ReplayStatus replay(@PathVariable String id) {
        return replays.find(id).orElseThrow(Unacceptable::nothingHere);
    }

    @Operation(operationId = "cancelReplay", summary = "Stops a rebuild; it can go on later.")
    @PostMapping("/replays/{id}/cancel")
    ReplayStatus cancel(@PathVariable String id) {
        return replays.cancel(replay(id).id())
                .orElseThrow(() -> new Unacceptable(
                        Problem.of(ProblemType.BUSY, "It runs on another node, which alone can stop it.")));
    }

    @Operation(operationId = "resumeReplay", summary = "Goes on with a rebuild that was stopped.")
    @PostMapping("/replays/{id}/resume")
    ReplayStatus resume(@PathVariable String id) {
        return replays.resume(replay(id).id())
                .orElseThrow(() -> new Unacceptable(
                        Problem.of(ProblemType.NOT_RESUMABLE, "Only one that was cancelled or interrupted goes on.")));
    }

    /** What to rebuild. */
    record Rebuild(String projection) {}
}
