package com.videowindow.patina.benchmarks.accuracy;

import com.videowindow.patina.learning.recommender.CollaborativeModel;
import com.videowindow.patina.learning.recommender.Ease;
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
        Ease.Settings ease,
        Ease.Settings easeWithFacets,
        ImplicitAls.Settings als,
        CollaborativeModel.Settings hybrid,
        LibRec.Settings itemKnn,
        LibRec.Settings bpr,
        LibRec.Settings wrmf,
        LibRec.Settings slim) {

    /** {@code --set ml-100k --seeds 1 --tune} */
    static final Chosen RANDOM = new Chosen(
            1_000,
            new SessionNeighbours.Settings(100, 1_000, 0),
            new Ease.Settings(300, 0, Spaces.ALL),
            new Ease.Settings(500, 9, Spaces.ALL),
            new ImplicitAls.Settings(48, 0.5, 0.3, 0.5, 0.5, 10, 1),
            CollaborativeModel.Settings.CHOSEN,
            LibRecSpaces.DOCUMENTED_ITEM_KNN,
            LibRecSpaces.DOCUMENTED_BPR,
            LibRecSpaces.DOCUMENTED_WRMF,
            LibRecSpaces.DOCUMENTED_SLIM);

    static Chosen of(Ratings ratings, Cut cut) {
        return RANDOM;
    }
}
