package com.videowindow.patina.sagas.export;

import com.videowindow.patina.domain.LogPosition;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The second count: what the headers of the log name, against what was written and what turned out to be forgotten, place by
 * place.
 *
 * @param named the stored name of each event about the person
 */
record Census(SortedMap<LogPosition, String> named, Set<LogPosition> written, Set<LogPosition> forgotten) {

    /** @throws Incomplete when there is any difference */
    void demandComplete() {
        long missing = named.keySet().stream()
                .filter(position -> !written.contains(position) && !forgotten.contains(position))
                .count();
        long strange = written.stream()
                .filter(position -> !named.containsKey(position))
                .count();
        if (missing > 0 || strange > 0) {
            throw new Incomplete(missing + " events are missing, and " + strange + " are too many");
        }
        if (written.stream().anyMatch(forgotten::contains)) {
            throw new IllegalStateException("something was forgotten while it was written");
        }
    }

    /** Figures by stored name, for whoever counts again. */
    Map<String, Object> figures() {
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("counted", byName(named.keySet()));
        figures.put("written", byName(written));
        figures.put("forgotten", byName(forgotten));
        return figures;
    }

    private Map<String, Long> byName(Set<LogPosition> positions) {
        Map<String, Long> counts = new TreeMap<>();
        positions.forEach(position -> counts.merge(named.getOrDefault(position, "?"), 1L, Long::sum));
        return counts;
    }
}
