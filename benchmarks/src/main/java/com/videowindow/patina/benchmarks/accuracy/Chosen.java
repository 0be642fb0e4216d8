package com.videowindow.patina.benchmarks.accuracy;

import com.videowindow.patina.learning.recommender.ImplicitAls;
import com.videowindow.patina.learning.recommender.SessionNeighbours;

/**
 * The settings of every recommender, which {@code ./patina bench accuracy --tune} chose on a part of what is learned from.
 *
 * @param halfLifeDays of what is popular lately
 */
record Chosen(
        double halfLifeDays,
        SessionNeighbours.Settings sessions,
        double penalty,
        ImplicitAls.Settings als,
        Blend blend,
        LibRec.Settings itemKnn,
        LibRec.Settings bpr,
        LibRec.Settings wrmf,
        LibRec.Settings slim) {

    /** @param weight of what the factors say, beside the linear model's 1 */
    record Blend(double penalty, ImplicitAls.Settings als, double weight) {}

    private static final ImplicitAls.Settings WIDE = new ImplicitAls.Settings(48, 0.5, 0.3, 0.5, 10, 1);

    /** A thousand people and as many items, asked for a quarter of what they met. */
    static final Chosen SMALL = new Chosen(
            1_000,
            new SessionNeighbours.Settings(200, 1_000, 0),
            500,
            WIDE,
            new Blend(500, WIDE, 1),
            LibRecSpaces.DOCUMENTED_ITEM_KNN,
            LibRecSpaces.DOCUMENTED_BPR,
            LibRecSpaces.DOCUMENTED_WRMF,
            LibRecSpaces.DOCUMENTED_SLIM);

    static Chosen of(Ratings ratings, Cut cut) {
        return SMALL;
    }
}
