package com.videowindow.patina.eventlog;

import java.util.Base64;
import java.util.List;

/**
 * What a log says of itself at one size (C2SP {@code tlog-checkpoint}).
 *
 * @param origin the log's name
 * @param size events in the tree
 */
record Checkpoint(String origin, long size, Hash root) {

    String text() {
        return origin + '\n' + size + '\n' + Base64.getEncoder().encodeToString(root.bytes()) + '\n';
    }

    /** Reads what was signed; further lines mean nothing to us. @throws IllegalArgumentException when it is none */
    static Checkpoint of(Note note) {
        List<String> lines = note.text().lines().toList();
        if (lines.size() < 3 || lines.contains("")) {
            throw new IllegalArgumentException("a checkpoint has three lines at least, and no empty one");
        }
        return new Checkpoint(lines.getFirst(), decimal(lines.get(1)), Lines.hash(lines.get(2)));
    }

    static long decimal(String text) {
        if (!text.matches("0|[1-9][0-9]{0,17}")) {
            throw new IllegalArgumentException("expected a number, found " + text);
        }
        return Long.parseLong(text);
    }
}
