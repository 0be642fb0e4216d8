package com.videowindow.patina.api.audit;

import static org.springframework.http.MediaType.TEXT_PLAIN_VALUE;

import com.videowindow.patina.api.lookup.LooksUp;
import com.videowindow.patina.api.lookup.Lookups;
import com.videowindow.patina.api.lookup.Whose;
import com.videowindow.patina.api.messaging.PlainText;
import com.videowindow.patina.api.problem.Unacceptable;
import com.videowindow.patina.domain.LogPosition;
import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.audit.LogEvidence;
import com.videowindow.patina.domain.lookup.LookupKind;
import com.videowindow.patina.domain.privacy.SubjectDirectory;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What proves the log to people who need not trust us; texts in the formats of the C2SP. */
@RestController
@RequestMapping("/api/v1/audit")
final class AuditController {

    private final LogEvidence evidence;
    private final SubjectDirectory people;
    private final Lookups lookups;

    AuditController(LogEvidence evidence, SubjectDirectory people, Lookups lookups) {
        this.evidence = evidence;
        this.people = people;
        this.lookups = lookups;
    }

    /** A line each where one followed another, the oldest first. */
    @Operation(operationId = "getAuditKey", summary = "The key that checkpoints are verified with, after former ones.")
    @GetMapping(path = "/key", produces = TEXT_PLAIN_VALUE)
    ResponseEntity<String> key() {
        return PlainText.of(evidence.publicKeys());
    }

    /** The newest that was kept; with a position, what a read model at that position was made from. */
    @Operation(operationId = "getCheckpoint", summary = "The newest checkpoint, or the one of a position.")
    @GetMapping(path = "/checkpoint", produces = TEXT_PLAIN_VALUE)
    ResponseEntity<String> checkpoint(@RequestParam(required = false) @Nullable Long position) {
        if (position == null) {
            return PlainText.of(evidence.checkpoint().orElseThrow(Unacceptable::nothingHere));
        }
        if (position < 0) {
            throw Unacceptable.field("position", "must not be negative");
        }
        return PlainText.of(evidence.checkpoint(new LogPosition(position)).orElseThrow(Unacceptable::nothingHere));
    }

    @Operation(operationId = "signCheckpoint", summary = "Signs a checkpoint of the log as it is now.")
    @PostMapping(path = "/checkpoint", produces = TEXT_PLAIN_VALUE)
    ResponseEntity<String> sign() {
        return PlainText.of(evidence.sign());
    }

    @Operation(operationId = "proveGrowth", summary = "A proof that the log has only grown since an earlier size.")
    @GetMapping(path = "/growth", produces = TEXT_PLAIN_VALUE)
    ResponseEntity<String> growth(@RequestParam long since) {
        try {
            return PlainText.of(evidence.proveGrowth(since));
        } catch (IllegalArgumentException e) {
            throw Unacceptable.field("since", String.valueOf(e.getMessage()));
        }
    }

    /** @param id the event's position, or its id */
    @Operation(operationId = "proveEvent", summary = "A proof that an event is in the log.")
    @LooksUp(value = LookupKind.PROOF, whose = Whose.Told.class)
    @GetMapping(path = "/events/{id}/proof", produces = TEXT_PLAIN_VALUE)
    ResponseEntity<String> proof(HttpServletRequest http, @PathVariable String id) {
        return proofOf(http, id);
    }

    /** A stream's name holds slashes, which a path does not take even when they are encoded. */
    @Operation(
            operationId = "proveNamedEvent",
            summary = "A proof that an event is in the log, also by stream@sequence.")
    @LooksUp(value = LookupKind.PROOF, whose = Whose.Told.class)
    @GetMapping(path = "/proof", produces = TEXT_PLAIN_VALUE)
    ResponseEntity<String> proofOf(HttpServletRequest http, @RequestParam String event) {
        tell(http, evidence.named(event).stream().filter(people::isKnown).toList());
        String proof = evidence.prove(event).orElseThrow(Unacceptable::nothingHere);
        return PlainText.file("event.tlog-proof", proof);
    }

    /** It says whose the event is, and what they did when. Who left is nobody any more. */
    private void tell(HttpServletRequest http, List<SubjectId> known) {
        if (known.isEmpty()) {
            lookups.tell(http, LookupKind.PROOF, null);
        }
        known.forEach(subject -> lookups.tell(http, LookupKind.PROOF, subject));
    }
}
