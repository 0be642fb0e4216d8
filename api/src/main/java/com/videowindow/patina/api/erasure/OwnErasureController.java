package com.videowindow.patina.api.erasure;

import static org.springframework.http.MediaType.TEXT_PLAIN_VALUE;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.videowindow.patina.api.erasure.ErasureDesk.ErasureWish;
import com.videowindow.patina.api.messaging.Done;
import com.videowindow.patina.api.messaging.PlainText;
import com.videowindow.patina.api.problem.Unacceptable;
import com.videowindow.patina.api.security.Caller;
import com.videowindow.patina.command.erasure.ErasureCommand.CancelErasure;
import com.videowindow.patina.domain.LogPosition;
import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.erasure.Actor;
import com.videowindow.patina.domain.erasure.ErasureId;
import com.videowindow.patina.domain.erasure.ErasureProgress;
import io.swagger.v3.oas.annotations.Operation;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** A person leaves. Once they did, nobody knows them by their token: the id that they were given is what they ask with. */
@RestController
@RequestMapping("/api/v1/user")
final class OwnErasureController {

    private final ErasureDesk desk;

    OwnErasureController(ErasureDesk desk) {
        this.desk = desk;
    }

    @Operation(
            operationId = "requestErasure",
            summary = "Asks that everything about the caller be erased; from now on nothing of it is used.",
            description = Unacceptable.UNLESS_KEPT)
    @PostMapping("/erasure")
    @ResponseStatus(HttpStatus.ACCEPTED)
    ErasureDecided request(Caller caller, @RequestBody(required = false) @Nullable ErasureWish wish) {
        SubjectId subject = caller.keptEvenLeaving();
        Actor self = new Actor(Actor.Kind.SUBJECT, subject);
        return ErasureDecided.withoutCase(
                desk.request(subject, caller.user(), self, null, wish == null ? ErasureWish.USUAL : wish));
    }

    @Operation(operationId = "getOpenErasure", summary = "The caller's erasure that is under way.")
    @GetMapping("/erasure")
    ErasureView open(Caller caller) {
        return ErasureView.withoutCase(desk.of(known(caller)));
    }

    @Operation(operationId = "cancelErasure", summary = "Takes the request back, as long as nothing was destroyed.")
    @DeleteMapping("/erasure")
    ErasureDecided cancel(Caller caller) {
        SubjectId subject = known(caller);
        ErasureProgress open = desk.of(subject);
        Actor self = new Actor(Actor.Kind.SUBJECT, subject);
        return ErasureDecided.withoutCase(desk.decide(new CancelErasure(open.erasure(), subject, self, Instant.now())));
    }

    @Operation(
            operationId = "getErasure",
            summary = "How an erasure stands: the caller's, or, once its person left, for whoever was given its id.")
    @GetMapping("/erasures/{id}")
    ErasureView one(Caller caller, @PathVariable ErasureId id) {
        return ErasureView.withoutCase(desk.own(id, caller.evenLeaving()));
    }

    @Operation(
            operationId = "getErasureCertificate",
            summary = "The signed certificate of an erasure that is complete.")
    @GetMapping(path = "/erasures/{id}/certificate", produces = TEXT_PLAIN_VALUE)
    ResponseEntity<String> certificate(Caller caller, @PathVariable ErasureId id) {
        return PlainText.of(desk.own(id, caller.evenLeaving()).certificate());
    }

    /** Nobody is made known who has nothing under way. */
    private static SubjectId known(Caller caller) {
        return caller.evenLeaving().orElseThrow(Unacceptable::nothingHere);
    }

    /** How it stands after a decision. */
    record ErasureDecided(@JsonUnwrapped ErasureView erasure, LogPosition position) {
        static ErasureDecided of(Done<ErasureProgress> done) {
            return new ErasureDecided(ErasureView.of(done.result()), done.position());
        }

        private static ErasureDecided withoutCase(Done<ErasureProgress> done) {
            return new ErasureDecided(ErasureView.withoutCase(done.result()), done.position());
        }
    }
}
