package com.videowindow.patina.api.recommendation;

import com.videowindow.patina.api.problem.Problem;
import com.videowindow.patina.api.problem.Problem.FieldError;
import com.videowindow.patina.api.problem.ProblemType;
import com.videowindow.patina.api.problem.Unacceptable;
import com.videowindow.patina.domain.catalog.Catalog;
import com.videowindow.patina.domain.catalog.ContentId;
import com.videowindow.patina.domain.interest.Facet;
import com.videowindow.patina.query.recommendation.Pool;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Reads {@code pool}: content ids and {@code facet:kind:value}, separated by commas. Where there are both, the content is
 * to have one of the facets.
 */
@Component
final class PoolParameter {

    private static final int MOST = 1_000;
    private static final String FACET = "facet:";

    private final Catalog catalog;

    PoolParameter(Catalog catalog) {
        this.catalog = catalog;
    }

    Pool parse(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return Pool.EVERYTHING;
        }
        String[] parts = text.split(",", -1);
        if (parts.length > MOST) {
            throw Unacceptable.field("pool", "must have at most " + MOST + " entries");
        }
        Set<ContentId> contents = new LinkedHashSet<>();
        List<FieldError> unknown = new ArrayList<>();
        List<Facet> facets = new ArrayList<>();
        try {
            for (int i = 0; i < parts.length; i++) {
                if (parts[i].startsWith(FACET)) {
                    facets.add(Facet.parse(parts[i].substring(FACET.length())));
                } else {
                    ContentId content = new ContentId(parts[i].strip());
                    contents.add(content);
                    if (catalog.content(content).isEmpty()) {
                        unknown.add(new FieldError("pool[" + i + "]", "names no content"));
                    }
                }
            }
        } catch (IllegalArgumentException wrong) {
            throw Unacceptable.field("pool", String.valueOf(wrong.getMessage()));
        }
        if (!unknown.isEmpty()) {
            throw new Unacceptable(Problem.of(ProblemType.UNKNOWN_CONTENT, null, unknown));
        }
        return new Pool(contents, facets);
    }
}
