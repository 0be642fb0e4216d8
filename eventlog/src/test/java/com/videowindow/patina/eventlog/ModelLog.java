package com.videowindow.patina.eventlog;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a log is: a list, and in it lists. Messages stand for events. */
final class ModelLog {
    private final List<String> all = new ArrayList<>();
    private final Map<String, List<String>> streams = new HashMap<>();
    private final Set<String> facts = new HashSet<>();

    long end(String stream) {
        return stream(stream).size();
    }

    List<String> stream(String stream) {
        return streams.getOrDefault(stream, List.of());
    }

    List<String> all() {
        return all;
    }

    void append(String stream, List<String> messages) {
        streams.computeIfAbsent(stream, name -> new ArrayList<>()).addAll(messages);
        all.addAll(messages);
    }

    /** @return whether it was not known before */
    boolean tell(String message) {
        boolean fresh = facts.add(message);
        if (fresh) {
            all.add(message);
        }
        return fresh;
    }
}
