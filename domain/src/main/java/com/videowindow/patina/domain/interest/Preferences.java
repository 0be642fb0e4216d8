package com.videowindow.patina.domain.interest;

import com.videowindow.patina.domain.Check;
import com.videowindow.patina.domain.catalog.SkillLevel;
import java.util.List;
import java.util.stream.IntStream;
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
        languages = distinct(Check.atMost("languages", 20, languages));
        if (interests.size() > 1
                && interests.stream().map(StatedInterest::facet).distinct().count() < interests.size()) {
            throw new IllegalArgumentException("interests must name each facet once");
        }
        for (StatedInterest interest : interests) {
            int avoidedAt = avoided.indexOf(interest.facet());
            if (avoidedAt >= 0) {
                throw new IllegalArgumentException("avoided[" + avoidedAt + "] must not be an interest too");
            }
        }
    }

    private static List<String> distinct(List<String> tags) {
        if (tags.isEmpty()) {
            return tags;
        }
        return IntStream.range(0, tags.size())
                .mapToObj(i -> Check.language("languages[" + i + "]", tags.get(i)))
                .distinct()
                .toList();
    }
}
