package com.videowindow.patina.projections.nearest;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who finds what is nearest to somebody in a catalogue of which not all is ranked. As many may be found as can be kept with a
 * list.
 *
 * @param nearest memory alone, or an index of the factors of the model in force beside it
 * @param nearestFound how many are found
 * @param nearestLooked how many the index looks at for that: more find what is nearest more surely, and take longer
 * @param nearestWithin after which memory alone chooses
 */
@ConfigurationProperties("patina.recommendations")
record NearestSettings(
        @DefaultValue("memory") Where nearest,
        @DefaultValue("300") int nearestFound,
        @DefaultValue("1000") int nearestLooked,
        @DefaultValue("50ms") Duration nearestWithin) {

    /** Of what is told of the nearest. */
    enum Where {
        MEMORY,
        ELASTICSEARCH
    }

    NearestSettings {
        if (nearestFound < 1 || nearestFound > 1_000) {
            throw new IllegalArgumentException("patina.recommendations.nearest-found must be 1 to 1000");
        }
        if (nearestLooked < nearestFound || nearestLooked > 10_000) {
            throw new IllegalArgumentException(
                    "patina.recommendations.nearest-looked must be at least nearest-found, and at most 10000");
        }
        if (!nearestWithin.isPositive()) {
            throw new IllegalArgumentException("patina.recommendations.nearest-within must be positive");
        }
    }
}
