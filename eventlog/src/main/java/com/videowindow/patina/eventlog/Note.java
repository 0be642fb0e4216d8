package com.videowindow.patina.eventlog;

import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A text with signatures (C2SP {@code signed-note}).
 *
 * @param text with its last newline
 */
record Note(String text, List<Signature> signatures) {
    private static final String DASH = "\u2014 ";
    private static final int MOST_SIGNATURES = 64;

    /** @param base64 the key's id, then the signature itself */
    record Signature(String name, String base64) {
        Signature {
            if (Lines.bytes(base64).length <= VerifierKey.ID_LENGTH) {
                throw new IllegalArgumentException("a signature starts with the id of its key");
            }
        }

        private String signer() {
            return name + '+' + HexFormat.of().formatHex(Lines.bytes(base64), 0, VerifierKey.ID_LENGTH);
        }
    }

    Note {
        signatures = List.copyOf(signatures);
        if (!text.endsWith("\n") || text.chars().anyMatch(c -> c < ' ' && c != '\n')) {
            throw new IllegalArgumentException("a note is text, and ends in a newline");
        }
    }

    static Note parse(String whole) {
        int end = whole.lastIndexOf("\n\n");
        if (end < 0 || !whole.endsWith("\n")) {
            throw new IllegalArgumentException("a note has an empty line before its signatures, and ends in a newline");
        }
        List<String> lines = whole.substring(end + 2).lines().toList();
        if (lines.isEmpty() || lines.size() > MOST_SIGNATURES) {
            throw new IllegalArgumentException("a note has 1 to " + MOST_SIGNATURES + " signatures");
        }
        return new Note(
                whole.substring(0, end + 1), lines.stream().map(Note::signature).toList());
    }

    private static Signature signature(String line) {
        String[] parts = line.split(" ", -1);
        if (!line.startsWith(DASH) || parts.length != 3 || parts[1].isEmpty()) {
            throw new IllegalArgumentException("this is no signature: " + line);
        }
        return new Signature(parts[1], parts[2]);
    }

    /** One good signature of this key is there, and no bad one. */
    boolean isSignedBy(VerifierKey key) {
        List<Signature> own = signatures.stream().filter(key::claims).toList();
        return !own.isEmpty() && own.stream().allMatch(signature -> key.verifies(text, signature));
    }

    /** Name and id of the keys that it says it is signed with. */
    String signers() {
        return signatures.stream().map(Signature::signer).collect(Collectors.joining(" and "));
    }

    @Override
    public String toString() {
        return text
                + signatures.stream()
                        .map(signature -> DASH + signature.name + ' ' + signature.base64 + '\n')
                        .collect(Collectors.joining("", "\n", ""));
    }
}
