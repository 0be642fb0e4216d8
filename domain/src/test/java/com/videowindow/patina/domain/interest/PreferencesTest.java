package com.videowindow.patina.domain.interest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PreferencesTest {

    private static final Facet DOVETAIL = new Facet(FacetKind.TECHNIQUE, "dovetail");

    @Test
    void nothing_stated_is_a_statement_too() {
        assertThat(Preferences.NONE.interests()).isEmpty();
        assertThat(Preferences.NONE.skill()).isNull();
    }

    @Test
    void an_interest_is_named_once() {
        List<StatedInterest> twice = List.of(new StatedInterest(DOVETAIL, 0.1), new StatedInterest(DOVETAIL, 0.9));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Preferences(twice, List.of(), List.of(), null))
                .withMessage("interests must name each facet once");
    }

    @Test
    void nobody_likes_what_they_avoid() {
        List<StatedInterest> liked = List.of(new StatedInterest(DOVETAIL, 1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Preferences(liked, List.of(DOVETAIL), List.of(), null))
                .withMessage("avoided[0] must not be an interest too");
    }

    @Test
    void a_person_states_at_most_a_hundred_interests() {
        List<StatedInterest> many = IntStream.rangeClosed(0, Preferences.MAX)
                .mapToObj(i -> new StatedInterest(new Facet(FacetKind.MATERIAL, "m" + i), 0.5))
                .toList();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Preferences(many, List.of(), List.of(), null))
                .withMessage("interests must have at most 100 entries");
    }

    @Test
    void languages_are_tags_and_few() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Preferences(List.of(), List.of(), List.of("English!"), null));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Preferences(List.of(), List.of(), Collections.nCopies(21, "en"), null));
    }

    @Test
    void a_weight_lies_between_nothing_and_everything() {
        assertThatIllegalArgumentException().isThrownBy(() -> new StatedInterest(DOVETAIL, -0.01));
        assertThatIllegalArgumentException().isThrownBy(() -> new StatedInterest(DOVETAIL, Double.NaN));
    }
}
