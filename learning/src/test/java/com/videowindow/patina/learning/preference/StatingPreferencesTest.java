package com.videowindow.patina.learning.preference;

import static com.videowindow.patina.learning.Person.ANNA;
import static com.videowindow.patina.learning.Person.day;
import static org.assertj.core.api.Assertions.assertThat;

import com.videowindow.patina.domain.catalog.SkillLevel;
import com.videowindow.patina.domain.consent.Purpose;
import com.videowindow.patina.domain.interaction.InteractionKind;
import com.videowindow.patina.domain.interest.Facet;
import com.videowindow.patina.domain.interest.Preferences;
import com.videowindow.patina.domain.interest.StatedInterest;
import java.util.List;
import org.junit.jupiter.api.Test;

class StatingPreferencesTest {
    private static final Facet OAK = Facet.parse("material:oak");
    private static final Facet CARVING = Facet.parse("technique:carving");
    private static final Preferences A_LITTLE_OAK_AND_NO_CARVING =
            new Preferences(List.of(new StatedInterest(OAK, 0)), List.of(CARVING), List.of(), SkillLevel.ADVANCED);

    @Test
    void even_a_little_stated_interest_outranks_everything_learned() {
        Learned anna = Learned.from(ANNA.states(A_LITTLE_OAK_AND_NO_CARVING, 1, 0));
        for (int i = 0; i < 200; i++) {
            anna = anna.then(ANNA.does(InteractionKind.PURCHASE, "video-" + i, 0, "technique:dovetail"));
        }

        assertThat(anna.interests()).extracting(Interest::stated).containsExactly(true, false);
        assertThat(anna.score("material:oak")).isGreaterThan(anna.score("technique:dovetail"));
    }

    @Test
    void a_stated_interest_keeps_the_evidence_it_also_has() {
        Learned anna =
                Learned.from(ANNA.finishes("chest", 0, "material:oak"), ANNA.states(A_LITTLE_OAK_AND_NO_CARVING, 1, 5));

        Interest oak = anna.interest("material:oak");
        assertThat(oak.evidence()).isEqualTo(1);
        assertThat(oak.confidence()).isEqualTo(1);
        assertThat(oak.lastUpdated()).isEqualTo(day(5));
    }

    @Test
    void what_is_avoided_is_no_interest_however_much_it_was_watched() {
        Learned anna = Learned.from(
                ANNA.finishes("bowl", 0, "technique:carving"), ANNA.states(A_LITTLE_OAK_AND_NO_CARVING, 1, 1));

        assertThat(anna.interests()).extracting(Interest::facet).containsExactly(OAK);
    }

    @Test
    void a_stated_skill_needs_no_proof() {
        Learned anna = Learned.from(ANNA.states(A_LITTLE_OAK_AND_NO_CARVING, 1, 0));

        assertThat(Learned.MODEL.skill(anna.state())).contains(SkillLevel.ADVANCED);
    }

    @Test
    void a_new_statement_replaces_the_old_as_a_whole() {
        Learned anna =
                Learned.from(ANNA.states(A_LITTLE_OAK_AND_NO_CARVING, 1, 0), ANNA.states(Preferences.NONE, 2, 1));

        assertThat(anna.interests()).isEmpty();
        assertThat(anna.state().revision()).isEqualTo(2);
    }

    @Test
    void withdrawing_consent_leaves_only_the_count_of_statements_and_what_was_done() {
        Learned anna = Learned.from(
                ANNA.allows(Purpose.PERSONALIZATION),
                ANNA.finishes("bowl", 0, "technique:carving"),
                ANNA.states(A_LITTLE_OAK_AND_NO_CARVING, 3, 1),
                ANNA.withdraws(Purpose.PERSONALIZATION));

        assertThat(anna.state())
                .usingRecursiveComparison()
                .ignoringFields("revision", "recent")
                .isEqualTo(ProfileState.EMPTY);
        assertThat(anna.state().recent()).hasSize(1);
        assertThat(anna.state().revision()).isEqualTo(3);
        assertThat(anna.state().knowsSomething()).isFalse();
    }

    @Test
    void withdrawing_another_purpose_changes_no_profile() {
        Learned before = Learned.from(ANNA.finishes("bowl", 0, "technique:carving"));

        assertThat(before.then(ANNA.withdraws(Purpose.ANALYTICS))).isEqualTo(before);
        assertThat(PreferenceModel.concerns(ANNA.withdraws(Purpose.ANALYTICS))).isFalse();
    }
}
