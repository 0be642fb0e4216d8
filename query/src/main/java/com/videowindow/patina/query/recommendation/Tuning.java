package com.videowindow.patina.query.recommendation;

import com.videowindow.patina.domain.recommendation.Algorithm;
import com.videowindow.patina.domain.recommendation.Surface;
import com.videowindow.patina.domain.recommendation.Weights;
import com.videowindow.patina.learning.ranking.OfTheList;

/**
 * The weights that lists are ranked by now, chosen on held-out ratings as {@code MovieLensAccuracyTest} measures them, and likeness, of which
 * ratings tell nothing, on the simulated market. What a
 * trained model says is surer than what the crowd says, and is of another scale.
 */
final class Tuning {
    private static final Weights HYBRID =
            calibrated(0.3, new Weights(0.3, 1.6, 0.08, 0.03, 0, 0)).andLikeness(0.12);
    private static final Weights COLLABORATIVE = calibrated(0.2, new Weights(0, 1.6, 0.08, 0, 0, 0));
    private static final Weights HYBRID_BY_CROWD =
            calibrated(0.4, new Weights(0.4, 0.6, 0.1, 0.03, 0, 0)).andLikeness(0.16);
    private static final Weights COLLABORATIVE_BY_CROWD = calibrated(0.2, new Weights(0, 0.85, 0.1, 0, 0, 0));
    private static final Weights CONTENT =
            calibrated(0.8, new Weights(0.8, 0, 0.08, 0.06, 0, 0)).andLikeness(0.32);

    /** What is explored: chosen on the simulated market, as docs/market.md tells. */
    private static final double DOUBT = 0.1;

    private static final double AFTER_WATCH = 0.8;
    private static final double PRODUCT = 1.6;
    static final Weights NON_PERSONAL = new Weights(0, 0, 0.7, 0.3, 0, 0.2);

    /** How new something is weighs less than one place of the list of editors, so that what they chose stands first, in their order. */
    static final Weights EDITORIAL = new Weights(0, 0, 0, 0.009, 0, 0).andEditorial(1);

    private Tuning() {}

    /** @param interest beside which the rest of the list is weighed, also where interest has no part */
    private static Weights calibrated(double interest, Weights parts) {
        OfTheList chosen = OfTheList.CHOSEN;
        return new Weights(
                        parts.interest(),
                        parts.collaborative(),
                        parts.trending(),
                        parts.freshness(),
                        parts.exploration(),
                        interest * chosen.likeness())
                .andOfTheList(interest * chosen.creator(), interest * chosen.calibration())
                .exploring(parts.exploration(), DOUBT);
    }

    /**
     * What a place is about is the surest sign of what its visitor wants there, beside the best of what a model says; behind a
     * product next to nothing else is asked for. Chosen by judgement, since no data set tells of places.
     *
     * @param trained whether there is a model in force
     */
    static Weights of(Algorithm algorithm, boolean trained, Surface surface) {
        return on(surface, of(algorithm, trained));
    }

    /** Of a list that nobody's profile has a part in. */
    static Weights nonPersonal(Surface surface) {
        return on(surface, NON_PERSONAL);
    }

    private static Weights on(Surface surface, Weights feed) {
        return switch (surface) {
            case FEED -> feed;
            case AFTER_WATCH -> about(feed, AFTER_WATCH);
            case PRODUCT -> about(feed, PRODUCT);
        };
    }

    /** What a place is about is like it by its words already: what else the person likes was measured in the feed alone. */
    private static Weights about(Weights feed, double related) {
        return new Weights(
                        feed.interest(),
                        feed.collaborative(),
                        feed.trending(),
                        feed.freshness(),
                        feed.exploration(),
                        feed.diversity())
                .andRelated(related)
                .exploring(feed.exploration(), feed.doubt());
    }

    /** In the feed. */
    static Weights of(Algorithm algorithm, boolean trained) {
        return switch (algorithm) {
            case HYBRID -> trained ? HYBRID : HYBRID_BY_CROWD;
            case COLLABORATIVE -> trained ? COLLABORATIVE : COLLABORATIVE_BY_CROWD;
            case CONTENT -> CONTENT;
        };
    }
}
