package com.videowindow.patina.learning.preference;

import com.videowindow.patina.domain.Tuple;
import com.videowindow.patina.domain.catalog.ContentId;
import com.videowindow.patina.domain.interest.Facet;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One of the latest deeds that left evidence, as {@link Change} looks at them.
 *
 * @param content absent where it is about what was sold
 * @param facets those that it is evidence for or against
 * @param weight in likes, below 0 against
 * @param at epoch second
 */
@Tuple
public record LatestDeed(@Nullable ContentId content, List<Facet> facets, double weight, long at) {

    /** Total but for what is equal in all that counts, so that the latest are the same in any order of arrival. */
    static final Comparator<LatestDeed> NEWEST_FIRST = Comparator.comparingLong(LatestDeed::at)
            .reversed()
            .thenComparing(LatestDeed::content, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparingDouble(LatestDeed::weight)
            .thenComparing(deed -> deed.facets().toString());

    public LatestDeed {
        facets = List.copyOf(facets);
    }
}
