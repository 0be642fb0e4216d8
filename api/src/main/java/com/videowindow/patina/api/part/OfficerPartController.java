package com.videowindow.patina.api.part;

import static org.springframework.http.MediaType.TEXT_PLAIN_VALUE;

import com.videowindow.patina.api.erasure.TakingBack;
import com.videowindow.patina.api.lookup.LooksUp;
import com.videowindow.patina.api.lookup.Lookups;
import com.videowindow.patina.api.lookup.Whose;
import com.videowindow.patina.api.messaging.Answer;
import com.videowindow.patina.api.messaging.PlainText;
import com.videowindow.patina.api.messaging.Questions;
import com.videowindow.patina.api.messaging.ReadYourWrites;
import com.videowindow.patina.api.part.PartDesk.PartDecided;
import com.videowindow.patina.api.request.Arrivals;
import com.videowindow.patina.api.security.Caller;
import com.videowindow.patina.command.part.PartCommand.CancelPart;
import com.videowindow.patina.command.part.PartCommand.HoldPart;
import com.videowindow.patina.command.part.PartCommand.ReleasePart;
import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.erasure.Actor;
import com.videowindow.patina.domain.erasure.CaseReference;
import com.videowindow.patina.domain.erasure.ErasureId;
import com.videowindow.patina.domain.erasure.ErasureState;
import com.videowindow.patina.domain.erasure.HoldBasis;
import com.videowindow.patina.domain.lookup.LookupKind;
import com.videowindow.patina.domain.part.PartProgress;
import com.videowindow.patina.domain.privacy.PlatformUserId;
import com.videowindow.patina.domain.request.Manner;
import com.videowindow.patina.query.part.FindParts;
import com.videowindow.patina.query.part.PartPage;
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

/** Officers look after erasures of parts: for people who wrote to them, and where a law wants the data kept. */
@RestController
@RequestMapping("/api/v1/compliance/erasures/parts")
final class OfficerPartController {

    private final PartDesk desk;
    private final Questions questions;
    private final ReadYourWrites writes;
    private final Lookups lookups;

    OfficerPartController(PartDesk desk, Questions questions, ReadYourWrites writes, Lookups lookups) {
        this.desk = desk;
        this.questions = questions;
        this.writes = writes;
        this.lookups = lookups;
    }

    /**
     * @param userId of the person, as the platform knows them
     * @param receivedAt when it came, from when on the law's clock runs; now when absent
     * @param manner in which it came; {@code operator} when absent
     */
    record PartFor(
            PlatformUserId userId,
            PartWish part,
            @Nullable Instant receivedAt,
            @Nullable Manner manner) {}

    /** @param reference of the case in the operator's own books */
    record PartHoldReason(HoldBasis basis, CaseReference reference) {}

    /** @param next cursor of the following page, absent on the last */
    record PartViews(List<PartView> items, @Nullable String next) {}

    @Operation(
            operationId = "requestPartErasureFor",
            summary = "Asks for the erasure of a part for a person who wrote to the operator.")
    @LooksUp(value = LookupKind.ERASURES, whose = Whose.Told.class)
    @PostMapping
    @ResponseStatus(HttpStatus.ACCEPTED)
    PartDecided request(HttpServletRequest http, Caller officer, @RequestBody PartFor request) {
        SubjectId subject = lookups.person(http, LookupKind.ERASURES, request.userId());
        Actor by = officer.asOfficer();
        PartWish part = request.part();
        return PartDecided.of(desk.request(
                subject, by, Arrivals.told(request.receivedAt(), request.manner(), part.regulation(), by), part));
    }

    @Operation(operationId = "listPartErasures", summary = "All erasures of parts, newest first.")
    @LooksUp(LookupKind.ERASURES)
    @GetMapping
    Answer<PartViews> all(
            @RequestParam(required = false) @Nullable ErasureState state,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit,
            @RequestParam(required = false) @Nullable Long after) {
        FindParts question = new FindParts(state, cursor, limit);
        return writes.read(after, "parts", () -> page(questions.ask(question, PartPage.class)));
    }

    private static PartViews page(PartPage found) {
        return new PartViews(found.items().stream().map(PartView::of).toList(), found.next());
    }

    @Operation(operationId = "getPartErasureForOfficer", summary = "How the erasure of a part stands.")
    @LooksUp(value = LookupKind.ERASURES, whose = WhosePart.class)
    @GetMapping("/{id}")
    PartView one(@PathVariable ErasureId id) {
        return PartView.of(desk.find(id));
    }

    @Operation(
            operationId = "getPartCertificateForOfficer",
            summary = "The signed certificate of the erasure of a part.")
    @LooksUp(value = LookupKind.ERASURES, whose = WhosePart.class)
    @GetMapping(path = "/{id}/certificate", produces = TEXT_PLAIN_VALUE)
    ResponseEntity<String> certificate(@PathVariable ErasureId id) {
        return PlainText.of(desk.find(id).certificate());
    }

    @Operation(
            operationId = "holdPartErasure",
            summary = "Keeps the data for a legal reason, as long as nothing was destroyed.")
    @LooksUp(value = LookupKind.ERASURES, whose = WhosePart.class)
    @PostMapping("/{id}/hold")
    PartDecided hold(Caller officer, @PathVariable ErasureId id, @RequestBody PartHoldReason reason) {
        return PartDecided.of(desk.decide(
                new HoldPart(id, subject(id), officer.asOfficer(), reason.basis(), reason.reference(), Instant.now())));
    }

    @Operation(operationId = "releasePartErasure", summary = "The legal reason is gone: the erasure goes on.")
    @LooksUp(value = LookupKind.ERASURES, whose = WhosePart.class)
    @PostMapping("/{id}/release")
    PartDecided release(Caller officer, @PathVariable ErasureId id) {
        return PartDecided.of(desk.decide(new ReleasePart(id, subject(id), officer.asOfficer(), Instant.now())));
    }

    @Operation(
            operationId = "cancelPartErasureFor",
            summary = "Takes a request back that an officer entered, as long as nothing was destroyed.")
    @LooksUp(value = LookupKind.ERASURES, whose = WhosePart.class)
    @PostMapping("/{id}/cancel")
    PartDecided cancel(Caller officer, @PathVariable ErasureId id) {
        PartProgress known = desk.find(id);
        TakingBack.demandEntered(known.by(), known.state());
        return PartDecided.of(desk.decide(new CancelPart(id, known.subject(), officer.asOfficer(), Instant.now())));
    }

    private SubjectId subject(ErasureId id) {
        return desk.find(id).subject();
    }
}
