package com.videowindow.patina.domain.interaction;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class InteractionValuesTest {

    @Test
    void watched_time_completion_and_stars_stay_in_their_bounds() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Engagement(-1.0, null, null));
        assertThatIllegalArgumentException().isThrownBy(() -> new Engagement(86_400.1, null, null));
        assertThatIllegalArgumentException().isThrownBy(() -> new Engagement(null, 1.01, null));
        assertThatIllegalArgumentException().isThrownBy(() -> new Engagement(null, null, 0.0));
        assertThatIllegalArgumentException().isThrownBy(() -> new Engagement(null, null, 5.5));
        assertThatCode(() -> new Engagement(86_400.0, 1.0, 0.5)).doesNotThrowAnyException();
    }

    @Test
    void ranks_count_from_one() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new InteractionContext(null, 0, null, null, null, null, null))
                .withMessage("rank must be between 1 and 10000");
    }

    @Test
    void searches_are_short_and_surfaces_are_names() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new InteractionContext(null, null, null, null, null, "q".repeat(201), null));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new InteractionContext(null, null, "home page", null, null, null, null));
    }
}
