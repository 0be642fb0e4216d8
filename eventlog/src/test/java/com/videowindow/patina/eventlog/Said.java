package com.videowindow.patina.eventlog;

import com.videowindow.patina.domain.LogPosition;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a process said until it was killed, a line each: {@code stored KEY ID}, {@code told KEY POSITION}, {@code fresh KEY},
 * {@code taken KEY ID} for what it was refused, {@code from POSITION} where it began to read and {@code saw POSITION}.
 */
record Said(List<String> lines) {
    static boolean isAcknowledgement(String line) {
        return line.startsWith("stored ") || line.startsWith("told ");
    }

    void tell(History history) {
        LogPosition from = LogPosition.START;
        List<LogPosition> seen = new ArrayList<>();
        for (String line : lines) {
            String[] words = line.split(" ", -1);
            switch (words[0]) {
                case "stored" -> {
                    history.acknowledged(words[1], null);
                    history.read(words[1], words[2]);
                }
                case "told" -> history.acknowledged(words[1], position(words[2]));
                case "fresh" -> history.fresh(words[1]);
                case "taken" -> history.conflicted(words[2], words[1]);
                case "from" -> from = position(words[1]);
                case "saw" -> seen.add(position(words[1]));
                default -> throw new IllegalArgumentException(line);
            }
        }
        history.followed(from, seen);
    }

    /** The furthest position that a line of this kind ends with. */
    LogPosition furthest(String kind) {
        return all(kind)
                .map(line -> position(line.substring(line.lastIndexOf(' ') + 1)))
                .max(Comparator.naturalOrder())
                .orElse(LogPosition.START);
    }

    long count(String kind) {
        return all(kind).count();
    }

    private Stream<String> all(String kind) {
        return lines.stream().filter(line -> line.startsWith(kind + " "));
    }

    private static LogPosition position(String word) {
        return new LogPosition(Long.parseLong(word));
    }
}
