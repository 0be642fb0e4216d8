package com.videowindow.patina.api.consent;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.videowindow.patina.api.consent.ConsentDesk.StandsNow;
import com.videowindow.patina.api.messaging.Answer;
import com.videowindow.patina.api.security.Caller;
import com.videowindow.patina.command.consent.ConsentCommand.LiftRestriction;
import com.videowindow.patina.command.consent.ConsentCommand.RaiseObjection;
import com.videowindow.patina.command.consent.ConsentCommand.RestrictProcessing;
import com.videowindow.patina.command.consent.ConsentCommand.SettleObjection;
import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.consent.Purpose;
import com.videowindow.patina.domain.consent.RestrictionGround;
import com.videowindow.patina.domain.erasure.Actor;
import com.videowindow.patina.domain.request.RequestId;
import com.videowindow.patina.query.consent.ConsentChoices;
import io.swagger.v3.oas.annotations.Operation;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A person's own choices. */
@RestController
@RequestMapping("/api/v1/user/consents")
final class ConsentController {

    private final ConsentDesk desk;

    ConsentController(ConsentDesk desk) {
        this.desk = desk;
    }

    @Operation(
            operationId = "decideConsent",
            summary = "Allows or forbids one use of the caller's data; holds at once.")
    @PutMapping("/{purpose}")
    StandsNow choose(Caller caller, @PathVariable Purpose purpose, @RequestBody Decision decision) {
        return desk.decide(decision.by(caller.subject(), purpose, Instant.now()));
    }

    @Operation(operationId = "listConsents", summary = "What the caller allows, or allowed, for every purpose.")
    @GetMapping
    Answer<ConsentChoices> all(
            Caller caller,
            @RequestParam(required = false) @Nullable Long after,
            @RequestParam(required = false) @Nullable String asOf) {
        return desk.choices(caller.reader(), after, asOf);
    }

    @Operation(operationId = "getConsent", summary = "What the caller allows, or allowed, for one purpose.")
    @GetMapping("/{purpose}")
    Answer<Told> one(
            Caller caller,
            @PathVariable Purpose purpose,
            @RequestParam(required = false) @Nullable Long after,
            @RequestParam(required = false) @Nullable String asOf) {
        Answer<ConsentChoices> all = all(caller, after, asOf);
        return all.with(new Told(all.answer().of(purpose), all.answer().degraded()));
    }

    @Operation(operationId = "objectToPurpose", summary = "Objects to one use of the caller's data; holds at once.")
    @PutMapping("/{purpose}/objection")
    StandsNow object(Caller caller, @PathVariable Purpose purpose) {
        SubjectId subject = caller.subject();
        return desk.decide(new RaiseObjection(
                new RequestId(UUID.randomUUID()), subject, purpose, self(subject), null, Instant.now()));
    }

    @Operation(operationId = "takeObjectionBack", summary = "Objects no longer.")
    @DeleteMapping("/{purpose}/objection")
    StandsNow objectNoLonger(Caller caller, @PathVariable Purpose purpose) {
        SubjectId subject = caller.subject();
        return desk.decide(new SettleObjection(subject, purpose, self(subject), null, Instant.now()));
    }

    @Operation(
            operationId = "restrictPurpose",
            summary = "Has what is known kept and not used for a purpose; holds at once.")
    @PutMapping("/{purpose}/restriction")
    StandsNow restrict(Caller caller, @PathVariable Purpose purpose, @RequestBody Restriction restriction) {
        SubjectId subject = caller.subject();
        return desk.decide(new RestrictProcessing(
                new RequestId(UUID.randomUUID()),
                subject,
                purpose,
                self(subject),
                restriction.ground(),
                null,
                Instant.now()));
    }

    @Operation(operationId = "liftRestriction", summary = "Has what is known used again, as far as it is allowed.")
    @DeleteMapping("/{purpose}/restriction")
    StandsNow lift(Caller caller, @PathVariable Purpose purpose) {
        SubjectId subject = caller.subject();
        return desk.decide(new LiftRestriction(subject, purpose, self(subject), null, Instant.now()));
    }

    private static Actor self(SubjectId subject) {
        return new Actor(Actor.Kind.SUBJECT, subject);
    }

    /** One choice, and whether the read side is away, so that memory tells no more than where it stands. */
    record Told(@JsonUnwrapped ConsentChoices.Choice choice, boolean degraded) {}

    /** Why what is known is not to be used. */
    record Restriction(RestrictionGround ground) {}
}
