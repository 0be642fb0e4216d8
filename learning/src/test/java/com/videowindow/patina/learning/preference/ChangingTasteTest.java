package com.videowindow.patina.learning.preference;

import static com.videowindow.patina.learning.Person.ANNA;
import static com.videowindow.patina.learning.Person.day;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.videowindow.patina.domain.interest.Facet;
import org.junit.jupiter.api.Test;

class ChangingTasteTest {
    private static final String WOOD = "subcategory:joinery";
    private static final String CLAY = "subcategory:throwing";
    private static final PreferenceModel LONG_PART = PreferenceModel.forgetting(PreferenceModel.HALF_LIFE);

    /** Every second day something of wood, dovetails and mortises by turns. */
    private static Learned woodworker() {
        Learned anna = Learned.from();
        for (int day = 0; day < 40; day += 2) {
            String technique = day % 4 == 0 ? "technique:dovetail" : "technique:mortise";
            anna = anna.then(ANNA.finishes("wood-" + day, day, WOOD, technique));
        }
        return anna;
    }

    private static Learned turnsToClay(Learned before, int views) {
        Learned anna = before;
        for (int view = 0; view < views; view++) {
            anna = anna.then(ANNA.finishes("clay-" + view, 40 + view, CLAY, "technique:centering"));
        }
        return anna;
    }

    private static double byTheLongPart(Learned anna) {
        return LONG_PART.interests(anna.state(), day(40)).stream()
                .filter(interest -> interest.facet().equals(Facet.parse(WOOD)))
                .findFirst()
                .orElseThrow()
                .score();
    }

    @Test
    void whoever_goes_on_as_ever_has_not_changed() {
        Learned anna = woodworker();

        assertThat(Learned.MODEL.changed(anna.state())).isLessThan(0.05);
        assertThat(anna.score(WOOD)).isCloseTo(byTheLongPart(anna), within(0.01));
    }

    @Test
    void a_new_taste_leads_within_ten_videos() {
        Learned anna = turnsToClay(woodworker(), 10);

        assertThat(Learned.MODEL.changed(anna.state())).isGreaterThan(0.9);
        assertThat(anna.score(CLAY)).isGreaterThan(anna.score(WOOD));
    }

    @Test
    void one_video_of_something_else_changes_nothing() {
        assertThat(Learned.MODEL.changed(turnsToClay(woodworker(), 1).state())).isLessThan(0.05);
    }

    @Test
    void what_was_loved_before_is_not_forgotten() {
        Learned anna = turnsToClay(woodworker(), 15);

        assertThat(anna.score(WOOD)).isGreaterThan(0.6);
    }

    @Test
    void whoever_has_only_begun_has_nothing_to_change_from() {
        assertThat(Learned.MODEL.changed(turnsToClay(Learned.from(), 10).state()))
                .isLessThan(0.05);
    }
}
