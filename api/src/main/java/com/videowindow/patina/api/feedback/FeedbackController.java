package com.videowindow.patina.api.feedback;

import com.videowindow.patina.api.messaging.Answer;
import com.videowindow.patina.api.messaging.Commands;
import com.videowindow.patina.api.messaging.Questions;
import com.videowindow.patina.api.messaging.ReadYourWrites;
import com.videowindow.patina.api.problem.Unacceptable;
import com.videowindow.patina.api.security.Caller;
import com.videowindow.patina.api.security.KeyedNames;
import com.videowindow.patina.command.feedback.GiveFeedback;
import com.videowindow.patina.domain.LogPosition;
import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.audit.Stored;
import com.videowindow.patina.domain.catalog.ContentId;
import com.videowindow.patina.domain.feedback.FeedbackType;
import com.videowindow.patina.domain.interaction.MessageId;
import com.videowindow.patina.query.feedback.FeedbackPage;
import com.videowindow.patina.query.feedback.FindFeedback;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What the caller says about content. */
@RestController
@RequestMapping("/api/v1/user/feedback")
final class FeedbackController {

    private final Commands commands;
    private final Questions questions;
    private final ReadYourWrites writes;
    private final KeyedNames names;

    FeedbackController(Commands commands, Questions questions, ReadYourWrites writes, KeyedNames names) {
        this.commands = commands;
        this.questions = questions;
        this.writes = writes;
        this.names = names;
    }

    @Operation(operationId = "giveFeedback", summary = "Stores what the caller says about content.")
    @ApiResponse(responseCode = "201", description = "Stored", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "200", description = "Stored before under the same key", useReturnTypeSchema = true)
    @PostMapping
    ResponseEntity<Given> give(
            Caller caller,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestBody Feedback feedback) {
        if (key != null && (key.isBlank() || key.length() > 200)) {
            throw Unacceptable.field("Idempotency-Key", "must be 1 to 200 characters");
        }
        SubjectId subject = caller.reader();
        MessageId message =
                new MessageId(key == null ? UUID.randomUUID().toString() : names.name("feedback " + subject, key));
        Stored stored = commands.send(feedback.by(subject, message, Instant.now()), Stored.class);
        return ResponseEntity.status(stored.duplicate() ? HttpStatus.OK : HttpStatus.CREATED)
                .body(new Given(stored.position(), stored.duplicate()));
    }

    @Operation(operationId = "listFeedback", summary = "The caller's own feedback, newest first.")
    @GetMapping
    Answer<FeedbackPage> own(
            Caller caller,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit,
            @RequestParam(required = false) @Nullable Long after) {
        FindFeedback question = new FindFeedback(caller.reader(), cursor, limit);
        return writes.read(after, "feedback", () -> questions.ask(question, FeedbackPage.class));
    }

    /** A judgement; {@code value} are the stars of a rating, {@code text} the words of a comment. */
    record Feedback(
            ContentId contentId,
            FeedbackType type,
            @Nullable Double value,
            @Nullable String text) {

        GiveFeedback by(SubjectId subject, MessageId message, Instant now) {
            return new GiveFeedback(subject, message, contentId, type, value, text, now);
        }
    }

    /** Where it stands in the log. */
    record Given(LogPosition position, boolean duplicate) {}
}
