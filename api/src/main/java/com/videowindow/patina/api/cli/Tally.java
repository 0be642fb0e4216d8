package com.videowindow.patina.api.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.util.ArrayDeque;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.LongAdder;

/** What an import read, stored, found stored before, and skipped and why. Filled by several threads. */
final class Tally {

    private static final int MOST_EXAMPLES = 3;

    private final Map<String, LongAdder> read = new ConcurrentSkipListMap<>();
    private final Map<String, LongAdder> stored = new ConcurrentSkipListMap<>();
    private final Map<String, LongAdder> known = new ConcurrentSkipListMap<>();
    private final Map<String, LongAdder> partOfFilms = new ConcurrentSkipListMap<>();
    private final Map<String, LongAdder> skipped = new ConcurrentSkipListMap<>();
    private final Map<String, LongAdder> refused = new ConcurrentSkipListMap<>();
    private final Map<String, Queue<String>> examples = new ConcurrentSkipListMap<>();

    void read(String what) {
        add(read, what, 1);
    }

    void stored(String what, long count) {
        add(stored, what, count);
    }

    void known(String what, long count) {
        add(known, what, count);
    }

    /** What is no event of its own but goes with a film. */
    void partOfFilms(String what, long count) {
        add(partOfFilms, what, count);
    }

    /** The set itself was at fault, or holds more than is kept. */
    void skipped(String why, long count) {
        add(skipped, why, count);
    }

    /**
     * The server did not take it, which ought not to happen. Counted by kind, of which there are few whatever was
     * read; the first of each kind are named.
     */
    void refused(String what, String which, JsonNode problem) {
        String kind = what + ": " + problem.path("title").asText("refused without a reason");
        Queue<String> named = examples.computeIfAbsent(kind, absent -> new ArrayBlockingQueue<>(MOST_EXAMPLES));
        if (named.size() < MOST_EXAMPLES) {
            JsonNode error = problem.at("/errors/0");
            String why = error.has("field")
                    ? error.path("field").asText() + " " + error.path("message").asText()
                    : problem.path("detail").asText();
            named.offer(why.isBlank() ? which : which + " (" + why + ")");
        }
        add(refused, kind, 1);
    }

    boolean clean() {
        return refused.isEmpty();
    }

    long of(String what) {
        return sum(stored, what) + sum(known, what);
    }

    void print(PrintWriter out) {
        for (String what : read.keySet()) {
            out.printf("%-8s read %,9d", what, sum(read, what));
            if (partOfFilms.containsKey(what)) {
                out.printf("   part of films %,9d", sum(partOfFilms, what));
            } else {
                out.printf("   stored %,9d   stored before %,9d", sum(stored, what), sum(known, what));
            }
            out.println();
        }
        skipped.forEach((why, count) -> out.printf("skipped  %,d: %s%n", count.sum(), why));
        refused.forEach((kind, count) -> {
            out.printf("REFUSED  %,d: %s%n", count.sum(), kind);
            examples.getOrDefault(kind, new ArrayDeque<>()).forEach(each -> out.printf("         %s%n", each));
        });
    }

    ObjectNode json() {
        ObjectNode all = Http.JSON.createObjectNode();
        put(all, "read", read);
        put(all, "stored", stored);
        put(all, "storedBefore", known);
        put(all, "partOfFilms", partOfFilms);
        put(all, "skipped", skipped);
        put(all, "refused", refused);
        ObjectNode named = all.putObject("refusedExamples");
        examples.forEach((kind, some) -> some.forEach(named.withArray(kind)::add));
        return all;
    }

    private static void put(ObjectNode all, String name, Map<String, LongAdder> counts) {
        ObjectNode part = all.putObject(name);
        counts.forEach((what, count) -> part.put(what, count.sum()));
    }

    private static void add(Map<String, LongAdder> counts, String key, long count) {
        counts.computeIfAbsent(key, absent -> new LongAdder()).add(count);
    }

    private static long sum(Map<String, LongAdder> counts, String key) {
        LongAdder count = counts.get(key);
        return count == null ? 0 : count.sum();
    }
}
