package com.videowindow.patina.api.opendsr;

import com.videowindow.patina.domain.audit.LogEvidence;
import com.videowindow.patina.json.JsonLines;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/**
 * Answers that are signed with the log's key: body, an empty line, and the line of the signature, which the header has the end
 * of, are together a signed note.
 */
@Component
final class Signed {
    static final String DOMAIN = "X-OpenDSR-Processor-Domain";
    static final String SIGNATURE = "X-OpenDSR-Signature";

    private final LogEvidence evidence;

    Signed(LogEvidence evidence) {
        this.evidence = evidence;
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
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_JSON)
                .header(DOMAIN, here().build().getHost())
                .header(SIGNATURE, said.signature())
                .body(said.body());
    }

    static String url(String path) {
        return here().path(path).build().toUriString();
    }

    private static ServletUriComponentsBuilder here() {
        return ServletUriComponentsBuilder.fromCurrentContextPath();
    }
}
