package com.videowindow.patina.query.interest;

import com.videowindow.patina.domain.interest.Facet;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One interest, with its evidence.
 *
 * @param categoryId the category, for facets of that kind
 * @param subcategoryId the subcategory, for facets of that kind
 * @param interestScore 0 (averse) over 0.5 (indifferent) to 1 (very interested)
 * @param confidence 0 (a guess) to 1 (sure)
 * @param evidence how many interactions it rests on
 * @param relatedTags the tags that most co-occur with the interest in the catalogue
 */
public record ContentInterest(
        Facet facet,
        @Nullable String categoryId,
        @Nullable String subcategoryId,
        double interestScore,
        double confidence,
        int evidence,
        @Nullable Instant lastUpdated,
        List<String> relatedTags,
        Source source) {

    /** Who says so: the person, or what they did. */
    public enum Source {
        Explicit,
        Implicit
    }
}
