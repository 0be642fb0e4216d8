package com.videowindow.patina.domain.consent;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
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
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return new TextHash(HexFormat.of().formatHex(hash));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
