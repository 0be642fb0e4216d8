package com.videowindow.patina.domain.interest;

import com.videowindow.patina.domain.Check;
import java.util.List;

/** The describing values of one piece of content: sorted, distinct, at most {@value #MAX}. */
public record Facets(List<Facet> values) {
    public static final int MAX = 64;
    public static final Facets NONE = new Facets(List.of());

    public Facets {
        values = Check.atMost(
                "facets",
                MAX,
                isSorted(values) ? values : values.stream().distinct().sorted().toList());
    }

    /** As what was stored is. */
    private static boolean isSorted(List<Facet> values) {
        for (int i = 1; i < values.size(); i++) {
            if (values.get(i - 1).compareTo(values.get(i)) >= 0) {
                return false;
            }
        }
        return true;
    }
}
