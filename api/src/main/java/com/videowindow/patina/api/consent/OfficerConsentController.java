package com.videowindow.patina.api.consent;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.videowindow.patina.api.consent.ConsentDesk.StandsNow;
import com.videowindow.patina.api.lookup.LooksUp;
import com.videowindow.patina.api.lookup.Presence;
import com.videowindow.patina.api.lookup.Whose;
import com.videowindow.patina.api.messaging.Answer;
import com.videowindow.patina.api.security.Caller;
import com.videowindow.patina.command.consent.ConsentCommand;
import com.videowindow.patina.command.consent.ConsentCommand.InvalidateConsent;
import com.videowindow.patina.command.consent.ConsentCommand.LiftRestriction;
import com.videowindow.patina.command.consent.ConsentCommand.RaiseObjection;
import com.videowindow.patina.command.consent.ConsentCommand.RestrictProcessing;
import com.videowindow.patina.command.consent.ConsentCommand.RevokeConsent;
import com.videowindow.patina.command.consent.ConsentCommand.SetControl;
import com.videowindow.patina.command.consent.ConsentCommand.SettleObjection;
import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.consent.Channel;
import com.videowindow.patina.domain.consent.Control;
import com.videowindow.patina.domain.consent.ControlChanged.Origin;
import com.videowindow.patina.domain.consent.Evidence;
import com.videowindow.patina.domain.consent.Purpose;
import com.videowindow.patina.domain.consent.RestrictionGround;
import com.videowindow.patina.domain.erasure.Actor;
import com.videowindow.patina.domain.erasure.CaseReference;
import com.videowindow.patina.domain.lookup.LookupKind;
import com.videowindow.patina.query.consent.ConsentChoices;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Officers see who allowed what and when, and decide what only they may. */
@RestController
@RequestMapping("/api/v1/compliance/subjects/{subject}")
final class OfficerConsentController {

    private final ConsentDesk desk;
    private final ConsentHistory history;
    private final Presence presence;

    OfficerConsentController(ConsentDesk desk, ConsentHistory history, Presence presence) {
        this.desk = desk;
        this.history = history;
        this.presence = presence;
    }

    @Operation(operationId = "listConsentsOf", summary = "What a person allows, or allowed, for every purpose.")
    @LooksUp(value = LookupKind.CONSENTS, whose = Whose.Subject.class)
    @GetMapping("/consents")
    Answer<ChoicesOf> all(
            @PathVariable SubjectId subject,
            @RequestParam(required = false) @Nullable Long after,
            @RequestParam(required = false) @Nullable String asOf) {
        Answer<ConsentChoices> found = desk.choices(subject, after, asOf);
        return found.with(new ChoicesOf(found.answer(), presence.leftAt(subject)));
    }

    /** @param erasedAt since when nothing can be told of them, for any time */
    record ChoicesOf(
            @JsonUnwrapped ConsentChoices choices,

            @Schema(requiredMode = RequiredMode.NOT_REQUIRED) @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Instant erasedAt) {}

    @Operation(operationId = "listConsentHistoryOf", summary = "Every change of a person's consents, newest first.")
    @LooksUp(value = LookupKind.CONSENT_TIMELINE, whose = Whose.Subject.class)
    @GetMapping("/consents/history")
    ChangesOf history(
            @PathVariable SubjectId subject,
            @RequestParam(required = false) @Min(0) @Nullable Long before,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit) {
        return new ChangesOf(history.of(subject, before, limit), presence.leftAt(subject));
    }

    /** @param erasedAt since when nothing can be told of them */
    record ChangesOf(
            @JsonUnwrapped ConsentHistory.Changes changes,

            @Schema(requiredMode = RequiredMode.NOT_REQUIRED) @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Instant erasedAt) {}

    @Operation(operationId = "rule", summary = "Decides about one use of a person's data, as whoever answers for it.")
    @LooksUp(value = LookupKind.CONSENTS, whose = Whose.Subject.class)
    @PostMapping("/consents/{purpose}/rulings")
    StandsNow rule(
            Caller officer,
            @PathVariable SubjectId subject,
            @PathVariable Purpose purpose,
            @RequestBody Ruling ruling) {
        Actor by = officer.asOfficer();
        CaseReference reference = ruling.reference();
        Instant now = Instant.now();
        ConsentCommand.OfPurpose decision =
                switch (ruling.ruling()) {
                    case REVOKE -> new RevokeConsent(subject, purpose, by, reference, now);
                    case INVALIDATE -> new InvalidateConsent(subject, purpose, by, reference, now);
                    case RESTRICT ->
                        new RestrictProcessing(null, subject, purpose, by, ruling.restrictionGround(), reference, now);
                    case LIFT_RESTRICTION -> new LiftRestriction(subject, purpose, by, reference, now);
                    case OBJECT -> new RaiseObjection(null, subject, purpose, by, reference, now);
                    case OBJECTION_TAKEN_BACK -> new SettleObjection(subject, purpose, by, reference, now);
                };
        return presence.about(subject, () -> desk.decide(decision));
    }

    @Operation(
            operationId = "decideForMinor",
            summary = "Records what whoever answers for a minor decided about one use of their data.")
    @LooksUp(value = LookupKind.CONSENTS, whose = Whose.Subject.class)
    @PostMapping("/consents/{purpose}/guardian")
    StandsNow guardian(
            Caller officer,
            @PathVariable SubjectId subject,
            @PathVariable Purpose purpose,
            @RequestBody GuardianDecision said) {
        ConsentCommand.OfPurpose decision =
                said.decision().on(subject, purpose, said.evidence(subject, officer.asOfficer()), Instant.now());
        return presence.about(subject, () -> desk.decide(decision));
    }

    @Operation(operationId = "setControlOf", summary = "Sets what holds for all uses of a person's data.")
    @LooksUp(value = LookupKind.CONSENTS, whose = Whose.Subject.class)
    @PostMapping("/controls/{control}")
    Answer<ConsentChoices> control(
            Caller officer,
            @PathVariable SubjectId subject,
            @PathVariable Control control,
            @RequestBody SwitchFor wanted) {
        Evidence evidence = new Evidence(null, null, null, officer.asOfficer(), null, wanted.reference());
        SetControl decision = new SetControl(
                null, subject, control, wanted.on(), Origin.CHOICE, Channel.SUPPORT, evidence, Instant.now());
        ConsentDesk.Outcome outcome = presence.about(subject, () -> desk.decide(decision));
        return desk.choices(subject, outcome.position().value(), null);
    }

    /** What an officer decides. Nothing outweighs an objection to what rests on consent: only its person takes it back. */
    enum Kind {
        REVOKE,
        INVALIDATE,
        RESTRICT,
        LIFT_RESTRICTION,
        OBJECT,
        OBJECTION_TAKEN_BACK
    }

    /**
     * A decision.
     *
     * @param reference of the case in the operator's own books
     * @param ground of a restriction
     */
    record Ruling(
            Kind ruling, CaseReference reference, @Nullable RestrictionGround ground) {
        Ruling {
            if ((ruling == Kind.RESTRICT) != (ground != null)) {
                throw new IllegalArgumentException("ground must be given with a restriction, and only with one");
            }
        }

        private RestrictionGround restrictionGround() {
            return Objects.requireNonNull(ground);
        }
    }

    /** @param reference of the case in the operator's own books, without which nothing is turned off that protects a person */
    record SwitchFor(boolean on, @Nullable CaseReference reference) {
        SwitchFor {
            if (!on && reference == null) {
                throw new IllegalArgumentException("reference must be given to turn a control off");
            }
        }
    }
}
