package com.videowindow.patina.query.recommendation;

import com.videowindow.patina.domain.recommendation.Weights;
import java.util.Locale;

/** The named parts that a score is the sum of. */
enum Part {
    INTEREST,
    MAKEABLE,
    COLLABORATIVE,
    LIKENESS,
    RELATED,
    TRENDING,
    FRESHNESS,
    EDITORIAL,
    EXPLORATION,
    DIVERSITY;

    /** How much the next step weighs beside interest: measured on the simulated market. */
    private static final double OF_INTEREST = 0.15;

    /** The most that this part can add, or take away. */
    double weight(Weights weights) {
        return switch (this) {
            case INTEREST -> weights.interest();
            case MAKEABLE -> OF_INTEREST * weights.interest();
            case COLLABORATIVE -> weights.collaborative();
            case LIKENESS -> weights.ofLikeness();
            case RELATED -> weights.ofRelated();
            case TRENDING -> weights.trending();
            case FRESHNESS -> weights.freshness();
            case EDITORIAL -> weights.ofEditorial();
            case EXPLORATION -> weights.exploration();
            case DIVERSITY -> weights.diversity();
        };
    }

    static Part named(String written) {
        return valueOf(written.toUpperCase(Locale.ROOT));
    }

    String written() {
        return name().toLowerCase(Locale.ROOT);
    }
}
