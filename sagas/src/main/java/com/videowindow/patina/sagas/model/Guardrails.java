package com.videowindow.patina.sagas.model;

import com.videowindow.patina.domain.model.Guardrail;
import com.videowindow.patina.domain.model.Metrics;
import com.videowindow.patina.domain.model.Shadow;
import com.videowindow.patina.sagas.model.ModelSettings.GuardrailSettings;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a model breaks, by what was measured. */
record Guardrails(GuardrailSettings limits) {
    /**
     * @param other measured on the same people: what is in force, or popular
     * @param besideModel whether that is a model, which shows of the content what its likes teach
     * @param before what the one in force had when it was measured; absent where none is
     */
    List<Guardrail> broken(Metrics measured, Metrics other, boolean besideModel, @Nullable Metrics before) {
        List<Guardrail> broken = new ArrayList<>();
        if (measured.ndcg() < other.ndcg() * (1 - limits.accuracy())) {
            broken.add(Guardrail.ACCURACY);
        }
        if (before != null && measured.ndcg() < before.ndcg() * (1 - limits.decline())) {
            broken.add(Guardrail.DECLINE);
        }
        if (besideModel && measured.coverage() < other.coverage() * limits.coverage()) {
            broken.add(Guardrail.COVERAGE);
        }
        if (measured.light() < other.light() * (1 - limits.segments())) {
            broken.add(Guardrail.LIGHT_PEOPLE);
        }
        if (measured.heavy() < other.heavy() * (1 - limits.segments())) {
            broken.add(Guardrail.HEAVY_PEOPLE);
        }
        if (measured.calibration() != null && measured.calibration() > limits.calibration()) {
            broken.add(Guardrail.CALIBRATION);
        }
        if (isSlow(measured.micros())) {
            broken.add(Guardrail.LATENCY);
        }
        return broken;
    }

    List<Guardrail> broken(Shadow shadow) {
        List<Guardrail> broken = new ArrayList<>();
        if (shadow.overlap() < limits.overlap()) {
            broken.add(Guardrail.OVERLAP);
        }
        if (isSlow(shadow.micros())) {
            broken.add(Guardrail.LATENCY);
        }
        return broken;
    }

    private boolean isSlow(long micros) {
        return micros * 1_000 > limits.latency().toNanos();
    }
}
