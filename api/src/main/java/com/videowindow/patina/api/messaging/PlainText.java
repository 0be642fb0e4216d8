package com.videowindow.patina.api.messaging;

import com.videowindow.patina.api.problem.Unacceptable;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Signed notes and proofs as they are: in UTF-8 and said so, since what is checked is their very bytes. */
public final class PlainText {
    private static final MediaType TEXT = new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8);

    private PlainText() {}

    /** @param text absent where there is nothing to be found yet */
    public static ResponseEntity<String> of(@Nullable String text) {
        if (text == null) {
            throw Unacceptable.nothingHere();
        }
        return ResponseEntity.ok().contentType(TEXT).body(text);
    }

    /** To be saved under this name. */
    public static ResponseEntity<String> file(String name, String text) {
        return ResponseEntity.ok()
                .contentType(TEXT)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
                .body(text);
    }
}
