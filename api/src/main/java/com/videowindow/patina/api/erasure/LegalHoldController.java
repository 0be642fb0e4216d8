package com.videowindow.patina.api.erasure;

import com.videowindow.patina.api.lookup.LooksUp;
import com.videowindow.patina.api.lookup.Presence;
import com.videowindow.patina.api.lookup.Whose;
import com.videowindow.patina.api.messaging.Answer;
import com.videowindow.patina.api.messaging.Commands;
import com.videowindow.patina.api.messaging.Done;
import com.videowindow.patina.api.messaging.ReadYourWrites;
import com.videowindow.patina.api.security.Caller;
import com.videowindow.patina.command.erasure.HoldCommand;
import com.videowindow.patina.command.erasure.HoldCommand.Held;
import com.videowindow.patina.command.erasure.HoldCommand.LiftHold;
import com.videowindow.patina.command.erasure.HoldCommand.PlaceHold;
import com.videowindow.patina.domain.LogPosition;
import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.audit.LogUnavailable;
import com.videowindow.patina.domain.erasure.CaseReference;
import com.videowindow.patina.domain.erasure.HoldBasis;
import com.videowindow.patina.domain.erasure.Holds;
import com.videowindow.patina.domain.erasure.LegalHold;
import com.videowindow.patina.domain.lookup.LookupKind;
import io.swagger.v3.oas.annotations.Operation;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Officers say for which cases a person's data has to be kept, before anybody asks to erase it as well as after. */
@RestController
@RequestMapping("/api/v1/compliance")
final class LegalHoldController {
    private static final String MEMORY = "memory";

    private final Commands commands;
    private final Holds holds;
    private final Presence presence;
    private final ReadYourWrites writes;

    LegalHoldController(Commands commands, Holds holds, Presence presence, ReadYourWrites writes) {
        this.commands = commands;
        this.holds = holds;
        this.presence = presence;
        this.writes = writes;
    }

    /** @param reference of the case in the operator's own books */
    record HoldWish(HoldBasis basis, CaseReference reference) {}

    /** A case for which somebody's data is kept. */
    record LegalHoldView(SubjectId subject, HoldBasis basis, CaseReference reference, Instant since) {
        static LegalHoldView of(LegalHold one) {
            return new LegalHoldView(one.subject(), one.basis(), one.reference(), one.since());
        }
    }

    /** The oldest first. */
    record LegalHoldViews(List<LegalHoldView> items) {
        static LegalHoldViews of(List<LegalHold> holds) {
            return new LegalHoldViews(holds.stream().map(LegalHoldView::of).toList());
        }
    }

    /** What holds a person after a decision. */
    record HoldsNow(List<LegalHoldView> items, LogPosition position) {}

    @Operation(operationId = "listLegalHolds", summary = "Whose data is kept for a legal reason, the oldest first.")
    @LooksUp(LookupKind.ERASURES)
    @GetMapping("/holds")
    Answer<LegalHoldViews> all(@RequestParam(required = false) @Nullable Long after) {
        return writes.read(after, MEMORY, () -> LegalHoldViews.of(known().all()));
    }

    @Operation(operationId = "listLegalHoldsOf", summary = "For which cases a person's data is kept.")
    @LooksUp(value = LookupKind.ERASURES, whose = Whose.Subject.class)
    @GetMapping("/subjects/{subject}/holds")
    Answer<LegalHoldViews> of(@PathVariable SubjectId subject, @RequestParam(required = false) @Nullable Long after) {
        return writes.read(after, MEMORY, () -> LegalHoldViews.of(known().of(subject)));
    }

    private Holds known() {
        if (!holds.isReady()) {
            throw new LogUnavailable("the log is being read", null);
        }
        return holds;
    }

    @Operation(
            operationId = "placeLegalHold",
            summary = "Keeps a person's data for a case, whatever is asked; the same case again changes nothing.")
    @LooksUp(value = LookupKind.ERASURES, whose = Whose.Subject.class)
    @PostMapping("/subjects/{subject}/holds")
    HoldsNow place(Caller officer, @PathVariable SubjectId subject, @RequestBody HoldWish wish) {
        return decide(
                subject, new PlaceHold(subject, officer.asOfficer(), wish.basis(), wish.reference(), Instant.now()));
    }

    @Operation(
            operationId = "liftLegalHold",
            summary = "This case is no reason any more; an erasure that waits goes on where it was the last one.")
    @LooksUp(value = LookupKind.ERASURES, whose = Whose.Subject.class)
    @DeleteMapping("/subjects/{subject}/holds/{reference}")
    HoldsNow lift(Caller officer, @PathVariable SubjectId subject, @PathVariable CaseReference reference) {
        return decide(subject, new LiftHold(subject, officer.asOfficer(), reference, Instant.now()));
    }

    private HoldsNow decide(SubjectId subject, HoldCommand decision) {
        Done<Held> done = presence.about(subject, () -> commands.sendForReceipt(decision, Held.class));
        return new HoldsNow(
                done.result().holds().stream().map(LegalHoldView::of).toList(), done.position());
    }
}
