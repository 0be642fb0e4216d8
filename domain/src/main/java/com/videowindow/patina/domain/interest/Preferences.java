package com.videowindow.patina.domain.interest;

import com.videowindow.patina.domain.Check;
import com.videowindow.patina.domain.catalog.SkillLevel;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a person stated about themselves: outranks everything learned. At most {@value #MAX} interests and as many
 * avoided facets, since a person states them one by one.
 *
 * @param languages BCP 47 tags that content may be in; empty means any
 * @param skill content up to one level above this is offered; absent means any
 */
public record Preferences(
        List<StatedInterest> interests,
        List<Facet> avoided,
        List<String> languages,
        @Nullable SkillLevel skill) {
    public static final int MAX = 100;
    public static final Preferences NONE = new Preferences(List.of(), List.of(), List.of(), null);

    public Preferences {
        interests = Check.atMost("interests", MAX, interests);
        avoided = Check.atMost("avoided", MAX, avoided);
        languages = Check.atMost("languages", 20, languages).stream()
                .map(tag -> Check.language("languages", tag))
                .distinct()
                .toList();
        if (interests.stream().map(StatedInterest::facet).distinct().count() < interests.size()) {
            throw new IllegalArgumentException("interests must name each facet once");
        }
        if (interests.stream().map(StatedInterest::facet).anyMatch(avoided::contains)) {
            throw new IllegalArgumentException("a facet cannot be both an interest and avoided");
        }
    }
}
