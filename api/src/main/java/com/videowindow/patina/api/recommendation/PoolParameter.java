package com.videowindow.patina.api.recommendation;

import com.videowindow.patina.api.problem.Unacceptable;
import com.videowindow.patina.domain.catalog.ContentId;
import com.videowindow.patina.domain.interest.Facet;
import com.videowindow.patina.query.recommendation.Pool;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads {@code pool}: content ids and {@code facet:kind:value}, separated by commas. */
final class PoolParameter {

    private static final int MOST = 1_000;
    private static final String FACET = "facet:";

    private PoolParameter() {}

    static Pool parse(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return Pool.EVERYTHING;
        }
        String[] parts = text.split(",", -1);
        if (parts.length > MOST) {
            throw Unacceptable.field("pool", "must have at most " + MOST + " entries");
        }
        Set<ContentId> contents = new LinkedHashSet<>();
        List<Facet> facets = new ArrayList<>();
        try {
            for (String part : parts) {
                if (part.startsWith(FACET)) {
                    facets.add(Facet.parse(part.substring(FACET.length())));
                } else {
                    contents.add(new ContentId(part.strip()));
                }
            }
        } catch (IllegalArgumentException wrong) {
            throw Unacceptable.field("pool", String.valueOf(wrong.getMessage()));
        }
        return new Pool(contents, facets);
    }
}
