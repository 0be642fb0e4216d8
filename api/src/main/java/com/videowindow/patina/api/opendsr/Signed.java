package com.videowindow.patina.api.opendsr;

import com.videowindow.patina.domain.audit.LogEvidence;
import com.videowindow.patina.json.JsonLines;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/**
 * Answers that are signed with the log's key: body, an empty line, and the line of the signature, which the header has the end
 * of, are together a signed note.
 */
@Component
final class Signed {
    static final String DOMAIN = "X-OpenDSR-Processor-Domain";
    static final String SIGNATURE = "X-OpenDSR-Signature";

    private final LogEvidence evidence;
    private final OpenDsrSettings settings;

    Signed(LogEvidence evidence, OpenDsrSettings settings) {
        this.evidence = evidence;
        this.settings = settings;
    }

    /** A body with the end of its signature's line. */
    record Said(String body, String signature) {}

    Said said(Object view) {
        String body = JsonLines.of(view);
        String note = evidence.attest(body).strip();
        return new Said(body, note.substring(note.lastIndexOf(' ') + 1));
    }

    ResponseEntity<String> answer(HttpStatus status, Object view) {
        Said said = said(view);
        ResponseEntity.BodyBuilder answer = ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_JSON)
                .header(SIGNATURE, said.signature());
        settings.domain().ifPresent(domain -> answer.header(DOMAIN, domain));
        return answer.body(said.body());
    }
}
