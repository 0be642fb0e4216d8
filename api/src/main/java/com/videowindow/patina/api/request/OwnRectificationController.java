package com.videowindow.patina.api.request;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.videowindow.patina.api.messaging.Answer;
import com.videowindow.patina.api.messaging.Commands;
import com.videowindow.patina.api.messaging.Questions;
import com.videowindow.patina.api.messaging.ReadYourWrites;
import com.videowindow.patina.api.problem.Unacceptable;
import com.videowindow.patina.api.request.RequestDesk.Decided;
import com.videowindow.patina.api.security.Caller;
import com.videowindow.patina.command.rectification.AskRectification;
import com.videowindow.patina.command.request.RequestCommand.ReceiveRequest;
import com.videowindow.patina.domain.Check;
import com.videowindow.patina.domain.LogPosition;
import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.audit.Stored;
import com.videowindow.patina.domain.erasure.Actor;
import com.videowindow.patina.domain.erasure.Regulation;
import com.videowindow.patina.domain.rectification.RectificationAsked;
import com.videowindow.patina.domain.request.Manner;
import com.videowindow.patina.domain.request.RequestId;
import com.videowindow.patina.domain.request.RequestKind;
import com.videowindow.patina.domain.request.RequestProgress;
import com.videowindow.patina.domain.request.RequestState;
import com.videowindow.patina.query.rectification.FindRectifications;
import com.videowindow.patina.query.rectification.RectificationPage;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Instant;
import java.util.List;
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

    private final Commands commands;
    private final Questions questions;
    private final ReadYourWrites writes;
    private final RequestDesk desk;

    OwnRectificationController(Commands commands, Questions questions, ReadYourWrites writes, RequestDesk desk) {
        this.commands = commands;
        this.questions = questions;
        this.writes = writes;
        this.desk = desk;
    }

    /**
     * What is wrong.
     *
     * @param position of the fact in the log, as it was answered when it was stored; absent where it is about none in particular
     * @param statement what is right, in words; 1 to 2,000 characters
     * @param regulation that it is asked for under; the GDPR when absent
     */
    record RectificationWish(
            @Nullable LogPosition position,
            String statement,
            @Nullable Regulation regulation) {
        RectificationWish {
            statement = Check.text("statement", statement, RectificationAsked.LONGEST);
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
            summary = "Says what is wrong or incomplete about the caller, for officers to answer.")
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Decided request(Caller caller, @RequestBody RectificationWish wrong) {
        SubjectId subject = caller.known().orElseThrow(Unacceptable::nothingHere);
        Instant now = Instant.now();
        RequestId request = new RequestId(UUID.randomUUID());
        RectificationAsked asked = new RectificationAsked(subject, request, wrong.position(), wrong.statement(), now);
        Stored stored = commands.send(new AskRectification(asked), Stored.class);
        desk.decide(new ReceiveRequest(
                request,
                subject,
                new Actor(Actor.Kind.SUBJECT, subject),
                RequestKind.RECTIFICATION,
                Manner.ACCOUNT,
                wrong.regulation() == null ? Regulation.GDPR : wrong.regulation(),
                now,
                now));
        return new Decided(request, stored.position());
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
