package com.videowindow.patina.api.audit;

import com.videowindow.patina.api.problem.Problem;
import com.videowindow.patina.api.problem.ProblemType;
import com.videowindow.patina.api.problem.Unacceptable;
import com.videowindow.patina.api.security.Caller;
import com.videowindow.patina.domain.LogPosition;
import com.videowindow.patina.domain.audit.DeadLetterRetries;
import com.videowindow.patina.domain.audit.DeadLetters;
import com.videowindow.patina.domain.audit.DeadSequence;
import com.videowindow.patina.domain.audit.Eviction;
import com.videowindow.patina.domain.audit.Replays;
import com.videowindow.patina.domain.audit.Retried;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Events that read models could not take in: to look at, to try again, to leave out. */
@RestController
@RequestMapping("/api/v1/operations")
final class DeadLettersController {
    private static final int LONGEST_REASON = 500;

    private final DeadLetters letters;
    private final DeadLetterRetries retries;
    private final Replays replays;

    DeadLettersController(DeadLetters letters, DeadLetterRetries retries, Replays replays) {
        this.letters = letters;
        this.retries = retries;
        this.replays = replays;
    }

    @Operation(operationId = "listDeadLetters", summary = "Keys of which events wait aside.")
    @GetMapping("/dead-letters")
    DeadSequences list(
            @RequestParam(required = false) @Nullable String projection,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit) {
        if (projection != null) {
            known(projection);
        }
        String after = cursor == null ? null : decoded(cursor);
        List<DeadSequence> found = letters.sequences(projection, after, limit + 1);
        if (found.size() <= limit) {
            return new DeadSequences(found, null);
        }
        List<DeadSequence> page = found.subList(0, limit);
        return new DeadSequences(page, encoded(page.getLast()));
    }

    private static String encoded(DeadSequence last) {
        byte[] name = (last.projection() + "/" + last.sequence()).getBytes(StandardCharsets.UTF_8);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(name);
    }

    private static String decoded(String cursor) {
        try {
            return new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw Unacceptable.field("cursor", "must be the next of an earlier page");
        }
    }

    private void known(String projection) {
        if (!replays.projections().contains(projection)) {
            String names =
                    String.join(", ", replays.projections().stream().sorted().toList());
            throw Unacceptable.field("projection", "must be one of " + names);
        }
    }

    @Operation(operationId = "getDeadLetters", summary = "All that waits of one key.")
    @GetMapping("/dead-letters/{projection}/{sequence}")
    DeadSequence one(@PathVariable String projection, @PathVariable String sequence) {
        return letters.find(projection, sequence).orElseThrow(Unacceptable::nothingHere);
    }

    @Operation(operationId = "retryDeadLetters", summary = "Tries one key again, in the order of the log.")
    @PostMapping("/dead-letters/{projection}/{sequence}/retry")
    Retried retry(@PathVariable String projection, @PathVariable String sequence) {
        return retries.retry(projection, sequence).orElseThrow(() -> untried(projection, sequence));
    }

    private Unacceptable untried(String projection, String sequence) {
        return letters.find(projection, sequence).isPresent()
                ? new Unacceptable(Problem.of(ProblemType.BUSY, "This key is being tried again already; ask later."))
                : Unacceptable.nothingHere();
    }

    @Operation(
            operationId = "retryAllDeadLetters",
            summary = "Tries the keys of a read model again, as many as two seconds allow, and says how many remain.")
    @PostMapping("/dead-letters/retry")
    Retried retryAll(@RequestBody RetryAll which) {
        known(which.projection());
        return retries.retryAll(which.projection(), which.from());
    }

    @Operation(
            operationId = "evictDeadLetters",
            summary = "Leaves out one event, or all that wait of a key, for a reason that is kept.")
    @PostMapping("/dead-letters/{projection}/{sequence}/evict")
    Eviction evict(
            @PathVariable String projection, @PathVariable String sequence, @RequestBody Evict evict, Caller engineer) {
        String reason = evict.reason().strip();
        if (reason.isEmpty() || reason.length() > LONGEST_REASON) {
            throw Unacceptable.field("reason", "must have 1 to " + LONGEST_REASON + " characters");
        }
        LogPosition position = evict.position();
        return letters.evict(projection, sequence, position, reason, engineer.subject(), Instant.now())
                .orElseThrow(Unacceptable::nothingHere);
    }

    @Operation(operationId = "listEvictions", summary = "Who left out which events and why, newest first.")
    @GetMapping("/evictions")
    List<Eviction> evictions(@RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit) {
        return letters.evictions(limit);
    }

    /** A page of keys with the first event that waits of each. */
    record DeadSequences(List<DeadSequence> items, @Nullable String next) {}

    /** Whose letters to try again, and the key to begin with: the {@code next} of an earlier answer. */
    record RetryAll(String projection, @Nullable String from) {}

    /** What to leave out: the event at the position, or all. */
    record Evict(@Nullable LogPosition position, String reason) {}
}
