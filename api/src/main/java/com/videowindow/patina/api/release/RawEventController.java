package com.videowindow.patina.api.release;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import com.videowindow.patina.api.lookup.LooksUp;
import com.videowindow.patina.api.lookup.Lookups;
import com.videowindow.patina.api.lookup.Whose;
import com.videowindow.patina.api.problem.LongReads;
import com.videowindow.patina.api.problem.Problem;
import com.videowindow.patina.api.problem.ProblemType;
import com.videowindow.patina.api.problem.Unacceptable;
import com.videowindow.patina.api.security.Caller;
import com.videowindow.patina.domain.LogPosition;
import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.audit.LogEvents.Seen;
import com.videowindow.patina.domain.audit.LogWalk;
import com.videowindow.patina.domain.lookup.LookupKind;
import com.videowindow.patina.domain.release.ReleaseId;
import com.videowindow.patina.domain.release.ReleaseProgress;
import com.videowindow.patina.domain.release.Releases;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What the log has of one person, word for word, for the officer to whom another one released it. */
@RestController
final class RawEventController {

    private final LogWalk log;
    private final Releases releases;
    private final Lookups lookups;
    private final LongReads reads;

    RawEventController(LogWalk log, Releases releases, Lookups lookups, LongReads reads) {
        this.log = log;
        this.releases = releases;
        this.lookups = lookups;
        this.reads = reads;
    }

    /** @param payload as it is stored; of what was erased, that something was there */
    record RawEvent(
            LogPosition position,
            String key,
            String type,
            String revision,
            Instant at,
            @JsonRawValue @Schema(type = "object") String payload) {

        static RawEvent of(Seen seen) {
            return new RawEvent(seen.position(), seen.key(), seen.type(), seen.revision(), seen.at(), seen.payload());
        }
    }

    /** @param next where to go on, also where a page is empty; absent at the end of the log */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record RawEvents(List<RawEvent> items, @Nullable LogPosition next) {}

    @Operation(
            operationId = "readRawEvents",
            summary =
                    "A person's events as they are stored, oldest first, under a release that another officer granted.")
    @LooksUp(value = LookupKind.RAW_EVENTS, whose = Whose.Told.class)
    @GetMapping("/api/v1/compliance/subjects/{id}/events")
    RawEvents read(
            HttpServletRequest request,
            Caller officer,
            @PathVariable SubjectId id,
            @RequestParam(required = false) @Nullable ReleaseId release,
            @RequestParam(required = false) @Nullable Long cursor,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit) {
        Optional<ReleaseProgress> asked = Optional.ofNullable(release)
                .flatMap(releases::find)
                .filter(one ->
                        one.by().id().equals(officer.subject()) && one.subject().equals(id));
        lookups.tell(
                request,
                LookupKind.RAW_EVENTS,
                id,
                new Lookups.Why(
                        asked.map(ReleaseProgress::reason).orElse(null),
                        asked.map(ReleaseProgress::reference).orElse(null)));
        demandRelease(release, asked.filter(one -> one.allows(officer.subject(), id, Instant.now())));
        if (cursor != null && cursor < 0) {
            throw Unacceptable.field("cursor", "must be the next of an earlier page");
        }
        LogPosition after = cursor == null ? LogPosition.START : new LogPosition(cursor);
        LogWalk.Raw page = reads.one(() -> log.of(id, after, limit));
        return new RawEvents(page.events().stream().map(RawEvent::of).toList(), page.next());
    }

    private static void demandRelease(@Nullable ReleaseId named, Optional<ReleaseProgress> granted) {
        if (named == null) {
            throw needed("Ask for one at /api/v1/compliance/subjects/{id}/releases and name it by ?release=.");
        }
        if (granted.isEmpty()) {
            throw needed("This one is not granted to the caller for this person, or is over.");
        }
    }

    private static Unacceptable needed(String detail) {
        return new Unacceptable(Problem.of(ProblemType.RELEASE_NEEDED, detail));
    }
}
