package com.videowindow.patina.domain.interest;

import com.videowindow.patina.domain.Check;
import java.util.List;

/** The describing values of one piece of content: sorted, distinct, at most {@value #MAX}. */
public record Facets(List<Facet> values) {
    public static final int MAX = 64;
    public static final Facets NONE = new Facets(List.of());

    public Facets {
        values = values.stream().distinct().sorted().toList();
        Check.atMost("facets", MAX, values);
    }
}
