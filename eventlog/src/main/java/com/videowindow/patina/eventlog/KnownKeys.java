package com.videowindow.patina.eventlog;

import java.util.List;
import java.util.stream.Collectors;

/**
 * The public keys that a log is and was signed with, oldest first. Each signed until the next one did and none after that,
 * so that whoever finds a key that is out of use cannot sign on with it.
 */
record KnownKeys(List<VerifierKey> oldestFirst) {
    static final int STRANGER = -1;

    KnownKeys {
        oldestFirst = List.copyOf(oldestFirst);
    }

    /** @param lines a key each */
    static KnownKeys parse(String lines) {
        List<VerifierKey> keys = lines.lines()
                .filter(line -> !line.isBlank())
                .map(VerifierKey::parse)
                .toList();
        if (keys.isEmpty()) {
            throw new IllegalArgumentException("there is no public key; one reads name+id+base64");
        }
        return new KnownKeys(keys);
    }

    /** As {@link #parse} reads it. */
    String text() {
        return oldestFirst.stream().map(key -> key + "\n").collect(Collectors.joining());
    }

    /** Which of these keys signed this under its own name, the oldest being 0; or {@link #STRANGER}. */
    int signerOf(Note note) {
        String origin = Checkpoint.of(note).origin();
        for (int rank = oldestFirst.size() - 1; rank >= 0; rank--) {
            VerifierKey key = oldestFirst.get(rank);
            if (key.name().equals(origin) && note.isSignedBy(key)) {
                return rank;
            }
        }
        return STRANGER;
    }

    /** What to say of a note that none of these keys signed: a key that is not known here is no proof of a forgery. */
    String accused(Note note) {
        return isOfStranger(note)
                ? "is signed by " + note.signers() + ", whose key is not known here: name it as a former one if it is"
                : "was changed: it does not bear the signature that it names";
    }

    /** Whether it does not even claim to be signed by one of these. */
    boolean isOfStranger(Note note) {
        return oldestFirst.stream().noneMatch(key -> note.signatures().stream().anyMatch(key::claims));
    }
}
