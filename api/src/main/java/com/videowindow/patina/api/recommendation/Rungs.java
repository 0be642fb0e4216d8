package com.videowindow.patina.api.recommendation;

import com.videowindow.patina.domain.recommendation.NearestAnswer;
import com.videowindow.patina.domain.recommendation.Rung;
import com.videowindow.patina.query.recommendation.Recommendations;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** Counts of what served lists could be made, from the start, so that a rung on which nobody stands is seen as nought. */
final class Rungs {
    private final Map<Rung, Counter> served = new EnumMap<>(Rung.class);
    private final Map<NearestAnswer, Counter> nearest = new EnumMap<>(NearestAnswer.class);
    private final Counter partial;

    Rungs(MeterRegistry meters) {
        for (Rung rung : Rung.values()) {
            served.put(
                    rung,
                    Counter.builder("patina.recommendations.served")
                            .description("Lists by what they could be made of")
                            .tag("rung", rung.name().toLowerCase(Locale.ROOT))
                            .register(meters));
        }
        for (NearestAnswer answer : NearestAnswer.values()) {
            nearest.put(
                    answer,
                    Counter.builder("patina.recommendations.nearest")
                            .description("Lists for which an index of factors was asked, by what came of it")
                            .tag("answer", answer.name().toLowerCase(Locale.ROOT))
                            .register(meters));
        }
        partial = Counter.builder("patina.recommendations.partial")
                .description("Lists for which time was up before all candidates were looked at")
                .register(meters);
    }

    void count(Recommendations list) {
        Objects.requireNonNull(served.get(list.rung())).increment();
        if (list.lookedAt() != null) {
            partial.increment();
        }
        NearestAnswer answer = list.nearest();
        if (answer != null) {
            Objects.requireNonNull(nearest.get(answer)).increment();
        }
    }
}
