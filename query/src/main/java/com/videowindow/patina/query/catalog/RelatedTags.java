package com.videowindow.patina.query.catalog;

import com.videowindow.patina.domain.interest.Facet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The tags that most co-occur with a facet in a catalogue: {@code both x ln(all / with tag)}, the tf-idf weight, so
 * that a tag on everything relates to nothing. Counted once per facet, on first need.
 */
public final class RelatedTags {
    private static final int MOST = 5;

    private final CatalogSnapshot catalog;
    private final Map<String, Integer> everywhere;
    private final Map<Facet, List<String>> known = new ConcurrentHashMap<>();

    public RelatedTags(CatalogSnapshot catalog) {
        this.catalog = catalog;
        Map<String, Integer> counts = new HashMap<>();
        for (int i = 0; i < catalog.size(); i++) {
            count(i, counts);
        }
        this.everywhere = counts;
    }

    /** Whether it counts this very snapshot. */
    public boolean isOf(CatalogSnapshot other) {
        return catalog == other;
    }

    /** At most {@value #MOST}, the closest first. */
    public List<String> of(Facet facet) {
        return known.computeIfAbsent(facet, this::counted);
    }

    private List<String> counted(Facet facet) {
        int number = catalog.numberOf(facet);
        if (number < 0) {
            return List.of();
        }
        Map<String, Integer> here = new HashMap<>();
        for (int content : catalog.having(number)) {
            count(content, here);
        }
        Comparator<Map.Entry<String, Integer>> closest =
                Comparator.comparingDouble(tag -> -closeness(tag.getKey(), tag.getValue()));
        return here.entrySet().stream()
                .sorted(closest.thenComparing(Map.Entry.comparingByKey()))
                .limit(MOST)
                .map(Map.Entry::getKey)
                .toList();
    }

    private double closeness(String tag, int both) {
        int all = everywhere.getOrDefault(tag, both);
        return both * Math.log((catalog.size() + 1.0) / all);
    }

    private void count(int content, Map<String, Integer> counts) {
        catalog.content(content).description().tags().forEach(tag -> counts.merge(tag, 1, Integer::sum));
    }
}
