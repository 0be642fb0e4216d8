package com.videowindow.patina.api.erasure;

import static org.springframework.http.MediaType.TEXT_PLAIN_VALUE;

import com.videowindow.patina.api.erasure.ErasureDesk.ErasureWish;
import com.videowindow.patina.api.erasure.OwnErasureController.ErasureDecided;
import com.videowindow.patina.api.lookup.LooksUp;
import com.videowindow.patina.api.lookup.Lookups;
import com.videowindow.patina.api.lookup.Whose;
import com.videowindow.patina.api.messaging.Answer;
import com.videowindow.patina.api.messaging.PlainText;
import com.videowindow.patina.api.messaging.Questions;
import com.videowindow.patina.api.messaging.ReadYourWrites;
import com.videowindow.patina.api.request.Arrivals;
import com.videowindow.patina.api.security.Caller;
import com.videowindow.patina.command.erasure.ErasureCommand.CancelErasure;
import com.videowindow.patina.command.erasure.ErasureCommand.HoldErasure;
import com.videowindow.patina.command.erasure.ErasureCommand.ReleaseErasure;
import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.erasure.Actor;
import com.videowindow.patina.domain.erasure.CaseReference;
import com.videowindow.patina.domain.erasure.ErasureId;
import com.videowindow.patina.domain.erasure.ErasureProgress;
import com.videowindow.patina.domain.erasure.ErasureState;
import com.videowindow.patina.domain.erasure.HoldBasis;
import com.videowindow.patina.domain.erasure.Regulation;
import com.videowindow.patina.domain.lookup.LookupKind;
import com.videowindow.patina.domain.privacy.PlatformUserId;
import com.videowindow.patina.domain.request.Manner;
import com.videowindow.patina.query.erasure.ErasurePage;
import com.videowindow.patina.query.erasure.FindErasures;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Officers look after erasures: for people who wrote to them, and where a law wants the data kept. */
@RestController
@RequestMapping("/api/v1/compliance/erasures")
final class OfficerErasureController {

    private final ErasureDesk desk;
    private final Questions questions;
    private final ReadYourWrites writes;
    private final Lookups lookups;

    OfficerErasureController(ErasureDesk desk, Questions questions, ReadYourWrites writes, Lookups lookups) {
        this.lookups = lookups;
        this.desk = desk;
        this.questions = questions;
        this.writes = writes;
    }

    /**
     * @param userId of the person, as the platform knows them
     * @param receivedAt when it came, from when on the law's clock runs; now when absent
     * @param manner in which it came; {@code operator} when absent
     */
    record ErasureFor(
            PlatformUserId userId,
            @Nullable Integer graceDays,
            @Nullable Regulation regulation,
            @Nullable Instant receivedAt,
            @Nullable Manner manner) {}

    /** @param reference of the case in the operator's own books */
    record HoldReason(HoldBasis basis, CaseReference reference) {}

    /** @param next cursor of the following page, absent on the last */
    record ErasureViews(List<ErasureView> items, @Nullable String next) {}

    @Operation(
            operationId = "requestErasureFor",
            summary = "Asks for the erasure of a person who wrote to the operator.")
    @LooksUp(value = LookupKind.ERASURES, whose = Whose.Told.class)
    @PostMapping
    @ResponseStatus(HttpStatus.ACCEPTED)
    ErasureDecided request(HttpServletRequest http, Caller officer, @RequestBody ErasureFor request) {
        SubjectId subject = lookups.person(http, LookupKind.ERASURES, request.userId());
        Actor by = officer.asOfficer();
        return ErasureDecided.of(desk.request(
                subject,
                request.userId(),
                by,
                Arrivals.told(request.receivedAt(), request.manner(), request.regulation(), by),
                new ErasureWish(request.graceDays(), request.regulation())));
    }

    @Operation(operationId = "listErasures", summary = "All erasures, newest first.")
    @LooksUp(LookupKind.ERASURES)
    @GetMapping
    Answer<ErasureViews> all(
            @RequestParam(required = false) @Nullable ErasureState state,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit,
            @RequestParam(required = false) @Nullable Long after) {
        FindErasures question = new FindErasures(state, cursor, limit);
        return writes.read(after, "erasures", () -> page(questions.ask(question, ErasurePage.class)));
    }

    private static ErasureViews page(ErasurePage found) {
        return new ErasureViews(found.items().stream().map(ErasureView::of).toList(), found.next());
    }

    @Operation(operationId = "getErasureForOfficer", summary = "How an erasure stands.")
    @LooksUp(value = LookupKind.ERASURES, whose = WhoseErasure.class)
    @GetMapping("/{id}")
    ErasureView one(@PathVariable ErasureId id) {
        return ErasureView.of(desk.find(id));
    }

    @Operation(operationId = "getCertificateForOfficer", summary = "The signed certificate of an erasure.")
    @LooksUp(value = LookupKind.ERASURES, whose = WhoseErasure.class)
    @GetMapping(path = "/{id}/certificate", produces = TEXT_PLAIN_VALUE)
    ResponseEntity<String> certificate(@PathVariable ErasureId id) {
        return PlainText.of(desk.find(id).certificate());
    }

    @Operation(
            operationId = "holdErasure",
            summary = "Keeps the data for a legal reason, as long as nothing was destroyed.")
    @LooksUp(value = LookupKind.ERASURES, whose = WhoseErasure.class)
    @PostMapping("/{id}/hold")
    ErasureDecided hold(Caller officer, @PathVariable ErasureId id, @RequestBody HoldReason reason) {
        return ErasureDecided.of(desk.decide(new HoldErasure(
                id, subject(id), officer.asOfficer(), reason.basis(), reason.reference(), Instant.now())));
    }

    @Operation(operationId = "releaseErasure", summary = "The legal reason is gone: the erasure goes on.")
    @LooksUp(value = LookupKind.ERASURES, whose = WhoseErasure.class)
    @PostMapping("/{id}/release")
    ErasureDecided release(Caller officer, @PathVariable ErasureId id) {
        return ErasureDecided.of(desk.decide(new ReleaseErasure(id, subject(id), officer.asOfficer(), Instant.now())));
    }

    @Operation(
            operationId = "cancelErasureFor",
            summary = "Takes a request back that an officer entered, as long as nothing was destroyed.")
    @LooksUp(value = LookupKind.ERASURES, whose = WhoseErasure.class)
    @PostMapping("/{id}/cancel")
    ErasureDecided cancel(Caller officer, @PathVariable ErasureId id) {
        ErasureProgress known = desk.find(id);
        TakingBack.demandEntered(known.by(), known.state());
        return ErasureDecided.of(
                desk.decide(new CancelErasure(id, known.subject(), officer.asOfficer(), Instant.now())));
    }

    private SubjectId subject(ErasureId id) {
        return desk.find(id).subject();
    }
}
