package com.videowindow.patina.eventlog;

import java.util.List;

/**
 * That a log only grew since a size. In the form in which witnesses are asked for their signature (C2SP
 * {@code tlog-witness}, add-checkpoint), since there is no other one.
 *
 * @param before the size since when
 * @param checkpoint signed
 */
record ConsistencyProof(long before, List<Hash> path, Note checkpoint) {
    private static final String FIRST_WORD = "old ";

    static boolean startsAs(String text) {
        return text.startsWith(FIRST_WORD);
    }

    static ConsistencyProof parse(String text) {
        int end = text.indexOf("\n\n");
        List<String> lines = text.substring(0, Math.max(0, end)).lines().toList();
        if (lines.isEmpty() || !startsAs(text)) {
            throw new IllegalArgumentException("a proof of growth starts with the line old SIZE");
        }
        return new ConsistencyProof(
                Checkpoint.decimal(lines.getFirst().substring(FIRST_WORD.length())),
                lines.subList(1, lines.size()).stream().map(Lines::hash).toList(),
                Note.parse(text.substring(end + 2)));
    }

    boolean holdsSince(Checkpoint earlier) {
        return earlier.size() == before && ProofRules.consistent(earlier, Checkpoint.of(checkpoint), path);
    }

    @Override
    public String toString() {
        return FIRST_WORD + before + '\n' + Lines.of(path) + '\n' + checkpoint;
    }
}
