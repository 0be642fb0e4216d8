package com.videowindow.patina.api.request;

import com.videowindow.patina.api.lookup.LooksUp;
import com.videowindow.patina.api.messaging.PlainText;
import com.videowindow.patina.domain.audit.LogEvidence;
import com.videowindow.patina.domain.lookup.LookupKind;
import com.videowindow.patina.domain.request.RequestId;
import com.videowindow.patina.json.JsonLines;
import io.swagger.v3.oas.annotations.Operation;
import java.time.Instant;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Hands out all that shows how a request was dealt with, as one file that anybody can check. */
@RestController
final class DossierController {
    private final RequestDesk desk;
    private final DossierEvents events;
    private final LogEvidence evidence;

    DossierController(RequestDesk desk, DossierEvents events, LogEvidence evidence) {
        this.desk = desk;
        this.events = events;
        this.evidence = evidence;
    }

    @Operation(
            operationId = "getDossier",
            summary = "All that shows how a request was dealt with, signed, to be checked by ops/check_dossier.py.")
    @LooksUp(value = LookupKind.DOSSIER, whose = WhoseRequest.class)
    @GetMapping(path = "/api/v1/compliance/requests/{id}/dossier", produces = MediaType.TEXT_PLAIN_VALUE)
    ResponseEntity<String> dossier(@PathVariable RequestId id) {
        Dossier dossier = Dossier.of(desk.find(id), id, events, Instant.now());
        return PlainText.file("dossier-" + id + ".note", evidence.attest(JsonLines.of(dossier)));
    }
}
