package com.videowindow.patina.domain.recommendation;

import org.jspecify.annotations.Nullable;

/**
 * How much each part of a score may weigh; the parts themselves lie between -1 or 0 and 1, so a weight is the most that
 * a part can add.
 *
 * @param interest the person's interest in the facets of the content
 * @param collaborative what people with the same likes liked
 * @param trending what is popular now
 * @param freshness how new it is
 * @param exploration a repeatable draw for content that few have met, as lists of before {@code doubt} had it
 * @param diversity taken away for likeness to what stands above it
 * @param related likeness to what the place is about in which it is shown; absent where that is about nothing, and in lists of
 *     before there were such places
 * @param editorial how early it stands in what editors put first; absent where that has no part in it
 * @param likeness to what the person likes, by words and by supplied embeddings; absent where that has no part in it, and in
 *     lists of before it was looked at
 * @param creator taken away for others of the same creator that stand above it; absent in lists of before that was done
 * @param calibration what the list has too little of, by what the person likes; absent in lists of before that was asked
 * @param doubt a repeatable draw of how much better or worse content is liked than is known; absent where nothing is explored, and in
 *     lists of before that was counted
 */
public record Weights(
        double interest,
        double collaborative,
        double trending,
        double freshness,
        double exploration,
        double diversity,
        @Nullable Double related,
        @Nullable Double editorial,
        @Nullable Double likeness,
        @Nullable Double creator,
        @Nullable Double calibration,
        @Nullable Double doubt) {

    public Weights(
            double interest,
            double collaborative,
            double trending,
            double freshness,
            double exploration,
            double diversity) {
        this(interest, collaborative, trending, freshness, exploration, diversity, null, null, null, null, null, null);
    }

    public Weights andRelated(double weight) {
        return with(weight, editorial, likeness, creator, calibration, doubt);
    }

    public Weights andEditorial(double weight) {
        return with(related, weight, likeness, creator, calibration, doubt);
    }

    public Weights andLikeness(double weight) {
        return with(related, editorial, weight, creator, calibration, doubt);
    }

    /** With what looks at the rest of the list, beside diversity. */
    public Weights andOfTheList(double ofCreator, double ofCalibration) {
        return with(related, editorial, likeness, ofCreator, ofCalibration, doubt);
    }

    /** With other ways of exploring than it has, or none. */
    public Weights exploring(double byDraw, @Nullable Double byDoubt) {
        return new Weights(
                interest,
                collaborative,
                trending,
                freshness,
                byDraw,
                diversity,
                related,
                editorial,
                likeness,
                creator,
                calibration,
                byDoubt);
    }

    private Weights with(
            @Nullable Double ofRelated,
            @Nullable Double ofEditorial,
            @Nullable Double ofLikeness,
            @Nullable Double ofCreator,
            @Nullable Double ofCalibration,
            @Nullable Double ofDoubt) {
        return new Weights(
                interest,
                collaborative,
                trending,
                freshness,
                exploration,
                diversity,
                ofRelated,
                ofEditorial,
                ofLikeness,
                ofCreator,
                ofCalibration,
                ofDoubt);
    }

    public double ofDoubt() {
        return doubt == null ? 0 : doubt;
    }

    public double ofLikeness() {
        return likeness == null ? 0 : likeness;
    }

    public double ofCreator() {
        return creator == null ? 0 : creator;
    }

    public double ofCalibration() {
        return calibration == null ? 0 : calibration;
    }

    public double ofEditorial() {
        return editorial == null ? 0 : editorial;
    }

    public double ofRelated() {
        return related == null ? 0 : related;
    }
}
