package com.videowindow.patina.query.recommendation;

import com.videowindow.patina.domain.catalog.ContentId;
import com.videowindow.patina.domain.catalog.SkillLevel;
import com.videowindow.patina.domain.interest.Facet;
import com.videowindow.patina.domain.interest.FacetKind;
import com.videowindow.patina.domain.recommendation.Filter;
import com.videowindow.patina.domain.recommendation.ListTerms;
import com.videowindow.patina.learning.preference.PreferenceModel;
import com.videowindow.patina.learning.preference.ProfileState;
import com.videowindow.patina.query.catalog.CatalogSnapshot;
import java.time.Duration;
import java.time.Instant;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * What may be offered at all, before anything is scored. Retired content is not in the snapshot to begin with; what is
 * published later is offered from then on. Content without a language or a skill level is for everybody.
 */
final class Eligible {
    private final CatalogSnapshot catalog;
    private final BitSet left;

    private Eligible(CatalogSnapshot catalog, Pool pool) {
        this.catalog = catalog;
        this.left = pooled(pool);
    }

    /** The numbers of what may be offered to this person now. */
    static BitSet of(
            CatalogSnapshot catalog,
            Pool pool,
            ListTerms asked,
            @Nullable ProfileState state,
            PreferenceModel model,
            Instant now) {
        Eligible eligible = new Eligible(catalog, pool);
        eligible.passing(asked.filter());
        asked.named().forEach(eligible::without);
        eligible.publishedBy(now.getEpochSecond());
        if (state != null) {
            state.seen().forEach(seen -> eligible.without(seen.content()));
            state.dismissed().forEach(eligible::without);
            state.preferences().avoided().forEach(eligible::without);
            eligible.spokenBy(state);
            model.skill(state).ifPresent(eligible::notFarAbove);
        }
        return eligible.left;
    }

    private BitSet pooled(Pool pool) {
        BitSet chosen = new BitSet(catalog.size());
        if (pool.contents().isEmpty()) {
            chosen.set(0, catalog.size());
        }
        for (ContentId content : pool.contents()) {
            int number = catalog.numberOf(content);
            if (number >= 0) {
                chosen.set(number);
            }
        }
        if (!pool.facets().isEmpty()) {
            BitSet having = new BitSet(catalog.size());
            pool.facets().forEach(facet -> mark(facet, having));
            chosen.and(having);
        }
        return chosen;
    }

    private void passing(Filter filter) {
        Map<FacetKind, BitSet> kinds = new EnumMap<>(FacetKind.class);
        filter.facets().forEach(facet -> mark(facet, kinds.computeIfAbsent(facet.kind(), kind -> new BitSet())));
        kinds.values().forEach(left::and);
        String language = CatalogSnapshot.primary(filter.language());
        if (language != null) {
            spokenIn(Set.of(language));
        }
        Duration longest = filter.longest();
        if (longest != null) {
            retain(content -> isAtMost(longest, catalog.content(content).duration()));
        }
    }

    private static boolean isAtMost(Duration longest, @Nullable Duration duration) {
        return duration != null && duration.compareTo(longest) <= 0;
    }

    private void retain(IntPredicate wanted) {
        for (int i = left.nextSetBit(0); i >= 0; i = left.nextSetBit(i + 1)) {
            if (!wanted.test(i)) {
                left.clear(i);
            }
        }
    }

    private void publishedBy(long now) {
        if (catalog.latest() > now) {
            retain(content -> catalog.publishedAt(content) <= now);
        }
    }

    private void without(ContentId content) {
        int number = catalog.numberOf(content);
        if (number >= 0) {
            left.clear(number);
        }
    }

    private void without(Facet avoided) {
        BitSet having = new BitSet(catalog.size());
        mark(avoided, having);
        left.andNot(having);
    }

    private void spokenBy(ProfileState state) {
        Set<String> spoken = new HashSet<>();
        state.preferences().languages().stream()
                .map(CatalogSnapshot::primary)
                .filter(Objects::nonNull)
                .forEach(spoken::add);
        if (!spoken.isEmpty()) {
            spokenIn(spoken);
        }
    }

    private void spokenIn(Set<String> languages) {
        retain(content -> {
            String language = catalog.languageOf(content);
            return language == null || languages.contains(language);
        });
    }

    private void notFarAbove(SkillLevel skill) {
        int highest = CatalogSnapshot.step(skill) + 1;
        retain(content -> catalog.skillOf(content) <= highest);
    }

    private void mark(Facet facet, BitSet having) {
        int number = catalog.numberOf(facet);
        if (number >= 0) {
            for (int content : catalog.having(number)) {
                having.set(content);
            }
        }
    }
}
