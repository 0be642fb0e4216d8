package com.videowindow.patina.query.recommendation;

import java.util.Locale;

/** The named parts that a score is the sum of. */
enum Part {
    INTEREST,
    COLLABORATIVE,
    TRENDING,
    FRESHNESS,
    EXPLORATION,
    DIVERSITY;

    String written() {
        return name().toLowerCase(Locale.ROOT);
    }
}
