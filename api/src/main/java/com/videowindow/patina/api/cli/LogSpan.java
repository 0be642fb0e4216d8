package com.videowindow.patina.api.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.videowindow.patina.domain.audit.LogEvents.Seen;
import java.io.PrintWriter;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The events of a span of the log, counted. What is kept grows with types and kinds of streams, not with events. */
final class LogSpan {
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    private final Map<String, Long> types = new TreeMap<>();
    private final Map<String, Long> kinds = new TreeMap<>();
    private final Map<String, Long> begun = new TreeMap<>();
    private long events;
    private @Nullable Seen first;
    private @Nullable Seen last;

    void add(Seen seen) {
        events++;
        first = first == null ? seen : first;
        last = seen;
        String kind = kind(seen.key());
        types.merge(seen.type(), 1L, Long::sum);
        kinds.merge(kind, 1L, Long::sum);
        if (seen.key().endsWith("@0")) {
            begun.merge(kind, 1L, Long::sum);
        }
    }

    /** Streams are called {@code kind/name}; facts, which are streams of one event, by their day instead of a kind. */
    private static String kind(String key) {
        String beginning = key.split("[/@]", 2)[0];
        return DAY.matcher(beginning).matches() ? "facts" : beginning;
    }

    ObjectNode json() {
        ObjectNode all = Http.JSON.createObjectNode().put("events", events);
        if (first != null && last != null) {
            all.put("first", first.position().value())
                    .put("last", last.position().value());
        }
        all.put("streamsBegun", sum(begun));
        all.set("types", Http.JSON.valueToTree(types));
        all.set("streams", Http.JSON.valueToTree(kinds));
        all.set("begun", Http.JSON.valueToTree(begun));
        return all;
    }

    void print(PrintWriter out) {
        out.printf("%,d events, %,d streams begun%n", events, sum(begun));
        if (first != null && last != null) {
            out.printf("  first %-12d %s%n", first.position().value(), first.at());
            out.printf("  last  %-12d %s%n", last.position().value(), last.at());
        }
        types.forEach((type, count) -> out.printf("  %-24s %,12d%n", type, count));
        kinds.forEach(
                (kind, count) -> out.printf("  %-24s %,12d, %,d begun%n", kind, count, begun.getOrDefault(kind, 0L)));
    }

    private static long sum(Map<String, Long> counts) {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }
}
