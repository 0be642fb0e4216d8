package com.videowindow.patina.erasure;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/** What becomes of what is written into a field, where it is not that it is kept under its person's keys. */
final class FieldRules {
    private static final int PARTS = 4;

    private final List<Rule> rules;

    /** What is to be expected of a marker. */
    enum Fate {
        /** It is stored, can be read in plain, and is nowhere after its person left. */
        GOES,
        /** It is stored, and stays when the person leaves: an officer's word, not theirs. */
        STAYS,
        /** It is used and stored nowhere, but perhaps as a keyed hash. */
        HASHED,
        /** It takes no text of anybody, so there is nothing to plant. */
        NONE
    }

    /**
     * A line of the table.
     *
     * @param operation method and path, a star for any words
     * @param field name, a star for any words
     */
    record Rule(Fate fate, Pattern operation, Pattern field, String reason) {
        static Rule of(String line) {
            String[] parts = line.split("\\s*\\|\\s*", -1);
            if (parts.length != PARTS || parts[PARTS - 1].isBlank()) {
                throw new IllegalArgumentException("a fate, an operation, a field and a reason: " + line);
            }
            return new Rule(Fate.valueOf(parts[0].toUpperCase(Locale.ROOT)), glob(parts[1]), glob(parts[2]), parts[3]);
        }

        private static Pattern glob(String words) {
            return Pattern.compile(String.join(
                    ".*",
                    Arrays.stream(words.split("\\*", -1)).map(Pattern::quote).toList()));
        }

        boolean covers(TextField field) {
            return operation.matcher(field.operation()).matches()
                    && this.field.matcher(field.name()).matches();
        }
    }

    private FieldRules(List<Rule> rules) {
        this.rules = rules;
    }

    static FieldRules table() throws IOException {
        try (InputStream in = FieldRules.class.getResourceAsStream("/text-fields.txt")) {
            return new FieldRules(new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(Rule::of)
                    .toList());
        }
    }

    /** By the first rule that covers it; what none covers goes. */
    Fate of(TextField field) {
        return rules.stream()
                .filter(rule -> rule.covers(field))
                .map(Rule::fate)
                .findFirst()
                .orElse(Fate.GOES);
    }

    /** Rules that cover nothing any more. */
    List<Rule> stale(Set<TextField> fields) {
        return rules.stream()
                .filter(rule -> fields.stream().noneMatch(rule::covers))
                .toList();
    }
}
