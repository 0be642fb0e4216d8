package com.videowindow.patina.api.part;

import static org.springframework.http.MediaType.TEXT_PLAIN_VALUE;

import com.videowindow.patina.api.messaging.PlainText;
import com.videowindow.patina.api.part.PartDesk.PartDecided;
import com.videowindow.patina.api.problem.Unacceptable;
import com.videowindow.patina.api.security.Caller;
import com.videowindow.patina.command.part.PartCommand.CancelPart;
import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.erasure.Actor;
import com.videowindow.patina.domain.erasure.ErasureId;
import com.videowindow.patina.domain.part.OpenParts;
import com.videowindow.patina.domain.part.PartProgress;
import io.swagger.v3.oas.annotations.Operation;
import java.time.Instant;
import java.util.List;
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

/** A person has something removed from their history, and stays. */
@RestController
@RequestMapping("/api/v1/user/erasures/parts")
final class OwnPartController {

    private final PartDesk desk;
    private final OpenParts parts;

    OwnPartController(PartDesk desk, OpenParts parts) {
        this.desk = desk;
        this.parts = parts;
    }

    @Operation(
            operationId = "requestPartErasure",
            summary = "Asks that a part of what is held about the caller be erased: one item, one period, one purpose.",
            description = Unacceptable.UNLESS_KEPT)
    @PostMapping
    @ResponseStatus(HttpStatus.ACCEPTED)
    PartDecided request(Caller caller, @RequestBody PartWish wish) {
        SubjectId subject = caller.kept();
        return PartDecided.withoutCase(desk.request(subject, self(subject), null, wish));
    }

    /** At most fifty can be open. */
    @Operation(operationId = "getOpenPartErasures", summary = "The caller's erasures of parts that are under way.")
    @GetMapping
    List<PartView> open(Caller caller) {
        return caller.known().map(parts::of).orElse(List.of()).stream()
                .map(PartView::withoutCase)
                .toList();
    }

    @Operation(operationId = "getPartErasure", summary = "How the erasure of a part stands.")
    @GetMapping("/{id}")
    PartView one(Caller caller, @PathVariable ErasureId id) {
        return PartView.withoutCase(own(caller, id));
    }

    @Operation(
            operationId = "getPartErasureCertificate",
            summary = "The signed certificate of the erasure of a part that is complete.")
    @GetMapping(path = "/{id}/certificate", produces = TEXT_PLAIN_VALUE)
    ResponseEntity<String> certificate(Caller caller, @PathVariable ErasureId id) {
        return PlainText.of(own(caller, id).certificate());
    }

    @Operation(operationId = "cancelPartErasure", summary = "Takes the request back, as long as nothing was destroyed.")
    @DeleteMapping("/{id}")
    PartDecided cancel(Caller caller, @PathVariable ErasureId id) {
        PartProgress own = own(caller, id);
        return PartDecided.withoutCase(
                desk.decide(new CancelPart(id, own.subject(), self(own.subject()), Instant.now())));
    }

    private PartProgress own(Caller caller, ErasureId id) {
        return desk.own(id, known(caller));
    }

    /** Nobody is made known who has nothing under way. */
    private static SubjectId known(Caller caller) {
        return caller.known().orElseThrow(Unacceptable::nothingHere);
    }

    private static Actor self(SubjectId subject) {
        return new Actor(Actor.Kind.SUBJECT, subject);
    }
}
