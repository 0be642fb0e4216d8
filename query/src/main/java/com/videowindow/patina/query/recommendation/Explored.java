package com.videowindow.patina.query.recommendation;

import com.videowindow.patina.domain.recommendation.Weights;
import com.videowindow.patina.learning.chance.Bell;

/** How what is explored is drawn: each content has a reach of its own, and of that an even draw makes a share. */
enum Explored {
    /**
     * What is believed of how well content is liked is drawn from (Thompson), as a normal distribution of the posterior's deviation,
     * and counts where it is above what is expected: half of all draws are nothing. What is expected is no part of it, since with
     * popularity and all else it is in the score already; and a draw below would only take from its place what is known to be good.
     *
     * <p>References: Agrawal and Goyal, Further optimal regret bounds for Thompson sampling (2013), for the normal distribution in the
     * place of Beta; May, Korda, Lee and Leslie, Optimistic Bayesian sampling in contextual-bandit problems (2012), for no draw
     * below what is expected.
     */
    DOUBT {
        @Override
        float reach(Shelf shelf, int content) {
            return shelf.doubt(content);
        }

        @Override
        double drawn(double even) {
            return Math.max(0, Bell.quantile(even));
        }

        @Override
        double below(double share) {
            return share < 0 ? 0 : Bell.below(share);
        }
    },

    /** Nearly always nothing, now and then a lot, and less for what many like: the eighth power, as lists of before had it. */
    RARE {
        @Override
        float reach(Shelf shelf, int content) {
            return shelf.obscurity(content);
        }

        @Override
        double drawn(double even) {
            double square = even * even;
            double fourth = square * square;
            return fourth * fourth;
        }

        @Override
        double below(double share) {
            return Math.sqrt(Math.sqrt(Math.sqrt(Math.clamp(share, 0.0, 1.0))));
        }
    };

    static Explored by(Weights weights) {
        return weights.doubt() == null ? RARE : DOUBT;
    }

    /** The most that may be drawn for it, 0 to 1. */
    abstract float reach(Shelf shelf, int content);

    /**
     * What share of its reach it gets.
     *
     * @param even evenly from 0 to 1
     */
    abstract double drawn(double even);

    /** How likely it is that no more is drawn; nothing is always drawn. */
    abstract double below(double share);
}
