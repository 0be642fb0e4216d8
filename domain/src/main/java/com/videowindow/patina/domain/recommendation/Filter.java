package com.videowindow.patina.domain.recommendation;

import com.videowindow.patina.domain.Check;
import com.videowindow.patina.domain.interest.Facet;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What all that is offered has to have.
 *
 * @param facets of each kind that is named, one of those that are named
 * @param language primary language; content without one is for everybody
 * @param longest of which nothing is known to last longer; what is not known to last at all does not pass
 */
public record Filter(
        List<Facet> facets,
        @Nullable String language,
        @Nullable Duration longest) {
    public static final int MOST_FACETS = 100;
    public static final Filter NONE = new Filter(List.of(), null, null);

    public Filter {
        facets = Check.atMost("facets", MOST_FACETS, facets);
    }
}
