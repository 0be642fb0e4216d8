package com.videowindow.patina.query.recommendation;

import com.videowindow.patina.domain.catalog.ContentId;
import com.videowindow.patina.domain.interest.Facet;
import com.videowindow.patina.domain.interest.FacetKind;
import com.videowindow.patina.domain.model.ModelVersion;
import com.videowindow.patina.domain.recommendation.Filter;
import com.videowindow.patina.learning.preference.ProfileState;
import com.videowindow.patina.query.catalog.CatalogSnapshot;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Says to an index of factors as much of what may be offered ({@link Eligible}) as it can know. */
final class NearestWish {
    /** Whoever met more is told some of it again, which is left out afterwards. */
    private static final int MOST_WITHOUT = 5_000;

    private NearestWish() {}

    static NearestContent.Wish of(
            ModelVersion model, List<Float> vector, ListMaking.Wanted wanted, @Nullable ProfileState state) {
        Filter filter = wanted.asked().filter();
        List<Set<Facet>> having = having(filter);
        if (!wanted.pool().facets().isEmpty()) {
            having.add(Set.copyOf(wanted.pool().facets()));
        }
        List<Set<String>> languages = new ArrayList<>();
        addSpoken(languages, Objects.requireNonNullElse(filter.language(), ""));
        Set<ContentId> without = new HashSet<>();
        wanted.asked().named().forEach(without::add);
        Set<Facet> avoided = Set.of();
        if (state != null) {
            addSpoken(languages, state.preferences().languages().toArray(String[]::new));
            avoided = Set.copyOf(state.preferences().avoided());
            state.dismissed().forEach(content -> add(content, without));
            state.seen().forEach(seen -> add(seen.content(), without));
        }
        return new NearestContent.Wish(
                model,
                vector,
                having,
                languages,
                avoided,
                without,
                wanted.budget().share());
    }

    private static List<Set<Facet>> having(Filter filter) {
        Map<FacetKind, Set<Facet>> kinds = new EnumMap<>(FacetKind.class);
        filter.facets().forEach(facet -> kinds.computeIfAbsent(facet.kind(), kind -> new HashSet<>())
                .add(facet));
        return new ArrayList<>(kinds.values());
    }

    private static void addSpoken(Collection<Set<String>> languages, String... tags) {
        Set<String> spoken = List.of(tags).stream()
                .map(CatalogSnapshot::primary)
                .filter(Objects::nonNull)
                .filter(tag -> !tag.isEmpty())
                .collect(Collectors.toSet());
        if (!spoken.isEmpty()) {
            languages.add(spoken);
        }
    }

    private static void add(ContentId content, Set<ContentId> without) {
        if (without.size() < MOST_WITHOUT) {
            without.add(content);
        }
    }
}
