package com.videowindow.patina.api.export;

import com.fasterxml.jackson.annotation.JsonValue;
import io.swagger.v3.oas.annotations.media.Schema;
import java.security.SecureRandom;
import java.util.Arrays;

/** What opens an archive: 25 of 31 letters and digits that nobody takes for one another, so 123 bits, in groups of five. */
@Schema(type = "string")
final class Password {
    private static final String LETTERS = "23456789abcdefghjkmnpqrstuvwxyz";
    private static final int GROUPS = 5;
    private static final int GROUP = 5;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final char[] letters;

    private Password(char[] letters) {
        this.letters = letters;
    }

    static Password random() {
        char[] letters = new char[GROUPS * (GROUP + 1) - 1];
        for (int i = 0; i < letters.length; i++) {
            boolean between = i % (GROUP + 1) == GROUP;
            letters[i] = between ? '-' : LETTERS.charAt(RANDOM.nextInt(LETTERS.length()));
        }
        return new Password(letters);
    }

    static Password of(char[] letters) {
        return new Password(Arrays.copyOf(letters, letters.length));
    }

    char[] letters() {
        return Arrays.copyOf(letters, letters.length);
    }

    /** To be shown to whoever began it; nothing else shows it, whoever logs an answer. */
    @JsonValue
    String shown() {
        return new String(letters);
    }

    @Override
    public String toString() {
        return "Password[…]";
    }
}
