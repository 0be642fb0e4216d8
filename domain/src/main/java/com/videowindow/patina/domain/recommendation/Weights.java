package com.videowindow.patina.domain.recommendation;

/**
 * How much each part of a score may weigh; the parts themselves lie between -1 or 0 and 1, so a weight is the most that
 * a part can add.
 *
 * @param interest the person's interest in the facets of the content
 * @param collaborative what people with the same likes liked
 * @param trending what is popular now
 * @param freshness how new it is
 * @param exploration a repeatable draw for content that few have met
 * @param diversity taken away for likeness to what stands above it
 */
public record Weights(
        double interest,
        double collaborative,
        double trending,
        double freshness,
        double exploration,
        double diversity) {}
