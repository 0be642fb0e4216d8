package com.videowindow.patina.benchmarks.accuracy;

import com.videowindow.patina.benchmarks.accuracy.LibRec.Settings;
import com.videowindow.patina.benchmarks.accuracy.LibRec.Similarity;
import com.videowindow.patina.learning.recommender.CollaborativeModel;
import com.videowindow.patina.learning.recommender.Ease;
import com.videowindow.patina.learning.recommender.ImplicitAls;
import com.videowindow.patina.learning.recommender.Question;
import com.videowindow.patina.learning.recommender.SessionNeighbours;

/**
 * The settings of every recommender, which {@code ./patina bench accuracy --tune} chose on a part of what is learned from;
 * the hybrid's are those of the product, which is asked what comes next: a random split asks for whatever else, and so does
 * the last of each, which is of many times.
 *
 * @param halfLifeDays of what is popular lately
 */
record Chosen(
        double halfLifeDays,
        SessionNeighbours.Settings sessions,
        Ease.Settings ease,
        Ease.Settings easeWithFacets,
        Lately lately,
        ImplicitAls.Settings als,
        CollaborativeModel.Settings hybrid,
        Settings itemKnn,
        Settings bpr,
        Settings wrmf,
        Settings slim) {

    /** A linear model, turned to what is popular lately. */
    record Lately(Ease.Settings ease, double halfLifeDays, double power) {}

    private static final Ease.Settings LINEAR = new Ease.Settings(300, 0, Spaces.ALL);

    private static final Settings ITEM_KNN = new Settings(
                    true, Similarity.BINARY_COSINE, LibRecSpaces.DOCUMENTED_ITEM_KNN.properties())
            .and("neighbors.knn.number", 200);

    private static final Settings BPR = LibRecSpaces.DOCUMENTED_BPR
            .and("iterator.learnrate.maximum", 1)
            .and("factor.number", 32)
            .and("item.regularization", 0.03);

    private static final Settings WRMF = new Settings(false, Similarity.NONE, LibRecSpaces.DOCUMENTED_WRMF.properties())
            .and("wrmf.weight.coefficient", "1.0");

    /** {@code --set ml-100k --tune --budget 24}; the peers', sessions' and EASE+lately's by the first seed alone. */
    static final Chosen RANDOM = new Chosen(
            1_000,
            new SessionNeighbours.Settings(100, 1_000, 0),
            new Ease.Settings(500, 0, Spaces.ALL),
            new Ease.Settings(800, 9, Spaces.ALL),
            new Lately(LINEAR, 30, 0.25),
            new ImplicitAls.Settings(48, 0.5, 0.4, 0.5, 0.5, 10, 1),
            new CollaborativeModel.Settings(
                    CollaborativeModel.Settings.CHOSEN.ease(),
                    CollaborativeModel.Settings.CHOSEN.factors(),
                    Question.ANY),
            ITEM_KNN,
            BPR,
            WRMF,
            LibRecSpaces.DOCUMENTED_SLIM.and("iterator.maximum", 5));

    /** {@code --set ml-100k --split time --tune}; the peers' are those of a random split, where they were not searched. */
    static final Chosen TIME = new Chosen(
            3,
            new SessionNeighbours.Settings(100, 1_000, 0),
            LINEAR,
            new Ease.Settings(300, 3, Spaces.ALL),
            new Lately(LINEAR, 10, 1),
            new ImplicitAls.Settings(16, 0.5, 0.1, 0.5, 0.5, 10, 1),
            CollaborativeModel.Settings.CHOSEN,
            ITEM_KNN,
            BPR,
            WRMF,
            RANDOM.slim);

    /** {@code --set ml-100k --split last --tune}; what was not searched is as for a random split. */
    static final Chosen LAST = new Chosen(
            10,
            new SessionNeighbours.Settings(50, 5, 1),
            new Ease.Settings(50, 0, Spaces.ALL),
            RANDOM.easeWithFacets,
            new Lately(LINEAR, 10, 0.5),
            RANDOM.als,
            RANDOM.hybrid,
            ITEM_KNN,
            BPR,
            WRMF,
            RANDOM.slim);

    static Chosen of(Cut cut) {
        return switch (cut) {
            case RANDOM -> RANDOM;
            case LAST -> LAST;
            case TIME -> TIME;
        };
    }
}
