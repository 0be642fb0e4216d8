package com.videowindow.patina.eventlog;

import java.util.Base64;
import java.util.List;

/**
 * That an event is in a log, to be checked without the log (C2SP {@code tlog-proof}, version 1).
 *
 * @param entry what the leaf is made of, base64; no trust is asked for it, since the path leads from its hash to the root
 * @param index of the event in the whole log
 * @param path siblings from the leaf upwards
 * @param checkpoint signed
 */
record InclusionProof(String entry, long index, List<Hash> path, Note checkpoint) {
    private static final String FIRST_LINE = "c2sp.org/tlog-proof@v1";

    static boolean startsAs(String text) {
        return text.startsWith(FIRST_LINE + '\n');
    }

    static InclusionProof of(LoggedEvent event, long index, List<Hash> path, Note checkpoint) {
        return new InclusionProof(Base64.getEncoder().encodeToString(event.entry()), index, path, checkpoint);
    }

    static InclusionProof parse(String text) {
        int end = text.indexOf("\n\n");
        List<String> lines = text.substring(0, Math.max(0, end)).lines().toList();
        if (lines.size() < 3
                || !lines.getFirst().equals(FIRST_LINE)
                || !lines.get(1).startsWith("extra ")
                || !lines.get(2).startsWith("index ")) {
            throw new IllegalArgumentException("this is no proof of ours: it needs the lines " + FIRST_LINE
                    + ", extra (with the entry) and index, then hashes and a checkpoint");
        }
        return new InclusionProof(
                lines.get(1).substring("extra ".length()),
                Checkpoint.decimal(lines.get(2).substring("index ".length())),
                lines.subList(3, lines.size()).stream().map(Lines::hash).toList(),
                Note.parse(text.substring(end + 2)));
    }

    Hash leaf() {
        return Hash.sha256(new byte[] {0}, Lines.bytes(entry));
    }

    boolean holds() {
        Checkpoint signed = Checkpoint.of(checkpoint);
        return ProofRules.root(leaf(), index, signed.size(), path)
                .filter(signed.root()::equals)
                .isPresent();
    }

    @Override
    public String toString() {
        return FIRST_LINE + "\nextra " + entry + "\nindex " + index + '\n' + Lines.of(path) + '\n' + checkpoint;
    }
}
