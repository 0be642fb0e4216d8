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
    private static final String DOMAIN = "X-OpenDSR-Processor-Domain";
    private static final String SIGNATURE = "X-OpenDSR-Signature";

    private final LogEvidence evidence;

    Signed(LogEvidence evidence) {
        this.evidence = evidence;
    }

    ResponseEntity<String> answer(HttpStatus status, Object view) {
        String body = JsonLines.of(view);
        String note = evidence.attest(body).strip();
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_JSON)
                .header(DOMAIN, here().build().getHost())
                .header(SIGNATURE, note.substring(note.lastIndexOf(' ') + 1))
                .body(body);
    }

    static String url(String path) {
        return here().path(path).build().toUriString();
    }

    private static ServletUriComponentsBuilder here() {
        return ServletUriComponentsBuilder.fromCurrentContextPath();
    }
}
