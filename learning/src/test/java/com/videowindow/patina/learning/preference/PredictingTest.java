package com.videowindow.patina.learning.preference;

import static com.videowindow.patina.learning.Person.ANNA;
import static org.assertj.core.api.Assertions.assertThat;

import com.videowindow.patina.domain.interaction.InteractionKind;
import org.junit.jupiter.api.Test;

class PredictingTest {
    private static final String DOVETAIL = "technique:dovetail";

    @Test
    void nothing_is_predicted_before_anything_is_known() {
        Learned anna = Learned.from(ANNA.does(InteractionKind.LIKE, "a", 0, DOVETAIL));

        assertThat(anna.state().predictions()).isZero();
    }

    @Test
    void a_like_of_what_was_liked_before_is_a_hit() {
        Learned anna = Learned.from(ANNA.does(InteractionKind.LIKE, "a", 0, DOVETAIL), ANNA.finishes("b", 1, DOVETAIL));

        assertThat(anna.state().predictions()).isEqualTo(1);
        assertThat(anna.state().hits()).isEqualTo(1);
    }

    @Test
    void a_skip_of_what_was_liked_before_is_a_miss() {
        Learned anna = Learned.from(
                ANNA.does(InteractionKind.LIKE, "a", 0, DOVETAIL), ANNA.does(InteractionKind.SKIP, "b", 1, DOVETAIL));

        assertThat(anna.state().predictions()).isEqualTo(1);
        assertThat(anna.state().hits()).isZero();
    }

    @Test
    void lukewarm_deeds_and_known_content_are_no_test_of_a_prediction() {
        Learned anna = Learned.from(
                ANNA.does(InteractionKind.LIKE, "a", 0, DOVETAIL),
                ANNA.views("b", 0.5, 1, DOVETAIL),
                ANNA.rates("c", 3, 2, DOVETAIL),
                ANNA.finishes("a", 3, DOVETAIL));

        assertThat(anna.state().predictions()).isZero();
    }
}
