package com.videowindow.patina.query.recommendation;

import com.videowindow.patina.query.catalog.CatalogSnapshot;
import java.util.HashMap;
import java.util.Map;

/** Which content has the same category and skill level: what follows from these is told once for all of a group. */
final class Groups {
    private final int[] groups;
    private final Kind[] kinds;

    /** Numbers of {@link CatalogSnapshot}. */
    record Kind(int skill, int category) {}

    /** What a group gets. */
    interface Share {
        double of(Kind kind);
    }

    Groups(CatalogSnapshot catalog) {
        Map<Kind, Integer> numbers = new HashMap<>();
        groups = new int[catalog.size()];
        for (int content = 0; content < groups.length; content++) {
            Kind kind = new Kind(catalog.skillOf(content), catalog.categoryOf(content));
            Integer known = numbers.putIfAbsent(kind, numbers.size());
            groups[content] = known == null ? numbers.size() - 1 : known;
        }
        kinds = new Kind[numbers.size()];
        numbers.forEach((kind, number) -> kinds[number] = kind);
    }

    void addTo(float[] hints, Share share) {
        float[] shares = new float[kinds.length];
        for (int group = 0; group < shares.length; group++) {
            shares[group] = (float) share.of(kinds[group]);
        }
        for (int content = 0; content < hints.length; content++) {
            hints[content] += shares[groups[content]];
        }
    }
}
