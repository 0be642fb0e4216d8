package com.videowindow.patina.domain.consent;

import com.videowindow.patina.domain.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** SHA-256 of a text in UTF-8, as 64 digits of lower-case hex. */
public record TextHash(String value) {
    private static final Pattern FORM = Pattern.compile("[0-9a-f]{64}");

    public TextHash {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("textHash must be a SHA-256 in lower-case hex");
        }
    }

    public static TextHash of(String text) {
        return new TextHash(Sha256.hex(text.getBytes(StandardCharsets.UTF_8)));
    }
}
