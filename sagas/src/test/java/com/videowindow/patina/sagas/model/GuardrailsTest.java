package com.videowindow.patina.sagas.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.videowindow.patina.domain.model.Guardrail;
import com.videowindow.patina.domain.model.Metrics;
import com.videowindow.patina.domain.model.Shadow;
import com.videowindow.patina.sagas.model.ModelSettings.GuardrailSettings;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class GuardrailsTest {
    private static final Metrics USUAL = new Metrics(100, 0.4, 0.6, 0.5, 0.35, 0.45, 900, 0.03);

    private final Guardrails guardrails =
            new Guardrails(new GuardrailSettings(0.02, 0.25, 0.5, 0.1, 0.05, Duration.ofMillis(100), 0.1, 200, 0.1));

    private static Metrics with(double ndcg, double coverage, double light, double heavy, long micros) {
        return new Metrics(100, ndcg, 0.6, coverage, light, heavy, micros, 0.03);
    }

    @Test
    void the_same_as_the_one_in_force_breaks_none() {
        assertThat(guardrails.broken(USUAL, USUAL, true, USUAL)).isEmpty();
    }

    @Test
    void a_gain_below_that_of_the_one_in_force_breaks_accuracy() {
        assertThat(guardrails.broken(with(0.393, 0.5, 0.35, 0.45, 900), USUAL, true, USUAL))
                .isEmpty();
        assertThat(guardrails.broken(with(0.391, 0.5, 0.35, 0.45, 900), USUAL, true, USUAL))
                .containsExactly(Guardrail.ACCURACY);
    }

    /** With the same settings both are measured by one training, whatever the data has become. */
    @Test
    void a_gain_far_below_what_the_one_in_force_once_had_breaks_decline() {
        Metrics poor = with(0.29, 0.5, 0.3, 0.3, 900);
        assertThat(guardrails.broken(poor, poor, true, USUAL)).containsExactly(Guardrail.DECLINE);
        assertThat(guardrails.broken(poor, poor, true, null)).isEmpty();
    }

    @Test
    void less_than_half_of_the_content_breaks_coverage_beside_a_model_only() {
        Metrics narrow = with(0.4, 0.2, 0.35, 0.45, 900);
        assertThat(guardrails.broken(narrow, USUAL, true, USUAL)).containsExactly(Guardrail.COVERAGE);
        assertThat(guardrails.broken(narrow, USUAL, false, null)).isEmpty();
    }

    @Test
    void what_is_better_on_the_whole_may_not_be_worse_for_some() {
        assertThat(guardrails.broken(with(0.45, 0.5, 0.3, 0.6, 900), USUAL, true, USUAL))
                .containsExactly(Guardrail.LIGHT_PEOPLE);
        assertThat(guardrails.broken(with(0.45, 0.5, 0.5, 0.4, 900), USUAL, true, USUAL))
                .containsExactly(Guardrail.HEAVY_PEOPLE);
    }

    @Test
    void scores_that_say_too_much_break_calibration_where_there_are_enough_people_to_tell() {
        Metrics loud = new Metrics(100, 0.4, 0.6, 0.5, 0.35, 0.45, 900, 0.051);
        assertThat(guardrails.broken(loud, USUAL, true, USUAL)).containsExactly(Guardrail.CALIBRATION);
        Metrics untold = new Metrics(100, 0.4, 0.6, 0.5, 0.35, 0.45, 900, null);
        assertThat(guardrails.broken(untold, USUAL, true, USUAL)).isEmpty();
    }

    @Test
    void what_takes_too_long_breaks_latency() {
        assertThat(guardrails.broken(with(0.4, 0.5, 0.35, 0.45, 100_001), USUAL, true, USUAL))
                .containsExactly(Guardrail.LATENCY);
        assertThat(guardrails.broken(new Shadow(200, 0.8, 100_001, 900))).containsExactly(Guardrail.LATENCY);
    }

    @Test
    void lists_that_have_nothing_in_common_break_overlap() {
        assertThat(guardrails.broken(new Shadow(200, 0.05, 900, 900))).containsExactly(Guardrail.OVERLAP);
        assertThat(guardrails.broken(new Shadow(200, 0.1, 900, 900))).isEmpty();
    }
}
