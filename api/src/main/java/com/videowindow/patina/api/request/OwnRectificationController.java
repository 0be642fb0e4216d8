package com.videowindow.patina.api.request;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.videowindow.patina.api.messaging.Answer;
import com.videowindow.patina.api.messaging.Questions;
import com.videowindow.patina.api.messaging.ReadYourWrites;
import com.videowindow.patina.api.problem.Problem;
import com.videowindow.patina.api.problem.ProblemType;
import com.videowindow.patina.api.problem.Unacceptable;
import com.videowindow.patina.api.request.RequestDesk.Decided;
import com.videowindow.patina.api.security.Caller;
import com.videowindow.patina.command.request.RequestCommand.AskRectification;
import com.videowindow.patina.domain.Check;
import com.videowindow.patina.domain.LogPosition;
import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.audit.ReadModelUnavailable;
import com.videowindow.patina.domain.erasure.Regulation;
import com.videowindow.patina.domain.interaction.MessageId;
import com.videowindow.patina.domain.rectification.RectificationAsked;
import com.videowindow.patina.domain.request.RequestId;
import com.videowindow.patina.domain.request.RequestKind;
import com.videowindow.patina.domain.request.RequestProgress;
import com.videowindow.patina.domain.request.RequestState;
import com.videowindow.patina.query.rectification.FindRectifications;
import com.videowindow.patina.query.rectification.RectificationPage;
import com.videowindow.patina.query.request.FindRequests;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** A person says what is wrong or incomplete about them; officers answer, and it stands beside the fact. */
@RestController
@RequestMapping("/api/v1/user/rectifications")
final class OwnRectificationController {

    private static final int MOST_OPEN = 50;

    private final Questions questions;
    private final ReadYourWrites writes;
    private final RequestDesk desk;

    OwnRectificationController(Questions questions, ReadYourWrites writes, RequestDesk desk) {
        this.questions = questions;
        this.writes = writes;
        this.desk = desk;
    }

    /**
     * What is wrong.
     *
     * @param messageId names this request, so that it can be repeated
     * @param position of the fact in the log, as it was answered when it was stored; absent where it is about none in particular
     * @param statement what is right, in words; 1 to 2,000 characters
     * @param regulation that it is asked for under; the GDPR when absent
     */
    record RectificationWish(
            @Nullable MessageId messageId,
            @Nullable LogPosition position,
            String statement,
            @Nullable Regulation regulation) {
        RectificationWish {
            statement = Check.text("statement", statement, RectificationAsked.LONGEST);
        }

        private AskRectification asked(SubjectId subject, Instant now) {
            Regulation law = regulation == null ? Regulation.GDPR : regulation;
            return new AskRectification(id(subject), subject, position, statement, law, now);
        }

        /** The same for the same message of the same person, whom nobody knows by this id but the engine. */
        private RequestId id(SubjectId subject) {
            return new RequestId(
                    messageId == null
                            ? UUID.randomUUID()
                            : UUID.nameUUIDFromBytes(("rectification/" + subject + "/" + messageId.value())
                                    .getBytes(StandardCharsets.UTF_8)));
        }
    }

    /** @param state absent until the list of requests has it */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record OwnRectification(
            RequestId id,
            @Nullable LogPosition position,
            String statement,
            Instant at,
            @Nullable RequestState state) {}

    /** @param next cursor of the following page, absent on the last */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record OwnRectifications(
            List<OwnRectification> items, @Nullable String next) {}

    @Operation(
            operationId = "requestRectification",
            summary = "Says what is wrong or incomplete about the caller, for officers to answer.",
            description = Unacceptable.UNLESS_KEPT)
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Decided request(Caller caller, @RequestBody RectificationWish wrong) {
        SubjectId subject = caller.kept();
        AskRectification asked = wrong.asked(subject, Instant.now());
        demandRoom(asked);
        return desk.decide(asked);
    }

    /** By the list of requests, which is a moment behind: a few more may pass. What was taken before is answered again. */
    private void demandRoom(AskRectification asked) {
        FindRequests waiting = new FindRequests(
                asked.subject(),
                RequestState.OPEN,
                RequestKind.RECTIFICATION,
                Set.of(),
                null,
                null,
                null,
                null,
                MOST_OPEN);
        List<RequestProgress> open = open(waiting);
        if (open.size() >= MOST_OPEN
                && open.stream().noneMatch(one -> one.request().equals(asked.request()))) {
            throw new Unacceptable(Problem.of(
                    ProblemType.TOO_MANY_RECTIFICATIONS, "At most " + MOST_OPEN + " can wait for an answer."));
        }
    }

    /** While the list is away nobody is kept from their right. */
    private List<RequestProgress> open(FindRequests waiting) {
        try {
            return desk.page(waiting).items();
        } catch (ReadModelUnavailable away) {
            return List.of();
        }
    }

    @Operation(operationId = "listRectifications", summary = "What the caller said is wrong, newest first.")
    @GetMapping
    Answer<OwnRectifications> own(
            Caller caller,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "20") @Min(1) @Max(50) int limit,
            @RequestParam(required = false) @Nullable Long after) {
        FindRectifications question = new FindRectifications(caller.reader(), cursor, limit);
        return writes.read(after, "rectifications", () -> {
            RectificationPage page = questions.ask(question, RectificationPage.class);
            return new OwnRectifications(page.items().stream().map(this::said).toList(), page.next());
        });
    }

    private OwnRectification said(RectificationAsked asked) {
        RequestState state =
                desk.look(asked.request()).map(RequestProgress::state).orElse(null);
        return new OwnRectification(asked.request(), asked.of(), asked.statement(), asked.at(), state);
    }
}
