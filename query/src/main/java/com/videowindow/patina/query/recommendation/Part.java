package com.videowindow.patina.query.recommendation;

import com.videowindow.patina.domain.recommendation.Weights;
import java.util.Arrays;
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
    BOOST,
    EXPLORATION,
    DIVERSITY,
    CREATOR,
    CALIBRATION,
    PIN,
    CAP;

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
            case EXPLORATION -> weights.exploration() + weights.ofDoubt();
            case DIVERSITY -> weights.diversity();
            case BOOST -> 1;
            case CREATOR -> weights.ofCreator();
            case CALIBRATION -> weights.ofCalibration();
            case PIN, CAP -> ofAllOthers(weights);
        };
    }

    /** How far apart the best and the worst can be. */
    private static double ofAllOthers(Weights weights) {
        return Arrays.stream(values())
                .filter(part -> part != PIN && part != CAP)
                .mapToDouble(part -> part.isSigned() ? 2 * part.weight(weights) : part.weight(weights))
                .sum();
    }

    private boolean isSigned() {
        return this == INTEREST || this == MAKEABLE || this == COLLABORATIVE || this == LIKENESS || this == BOOST;
    }

    /** Whether it looks at what is known about the person. */
    boolean isOfProfile() {
        return this == INTEREST || this == MAKEABLE || this == COLLABORATIVE || this == LIKENESS || this == CALIBRATION;
    }

    /** Whether what else is in the list takes it away, or a rule about places. */
    boolean isOfPlaces() {
        return this == DIVERSITY || this == CREATOR || this == PIN || this == CAP;
    }

    static Part named(String written) {
        return valueOf(written.toUpperCase(Locale.ROOT));
    }

    String written() {
        return name().toLowerCase(Locale.ROOT);
    }
}
