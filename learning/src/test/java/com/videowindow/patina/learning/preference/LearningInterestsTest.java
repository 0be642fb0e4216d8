package com.videowindow.patina.learning.preference;

import static com.videowindow.patina.learning.Person.ANNA;
import static com.videowindow.patina.learning.Person.day;
import static com.videowindow.patina.learning.Person.facets;
import static org.assertj.core.api.Assertions.assertThat;

import com.videowindow.patina.domain.catalog.ContentId;
import com.videowindow.patina.domain.catalog.CreatorId;
import com.videowindow.patina.domain.feedback.FeedbackType;
import com.videowindow.patina.domain.interaction.InteractionKind;
import com.videowindow.patina.domain.interest.Facet;
import org.junit.jupiter.api.Test;

class LearningInterestsTest {
    private static final String DOVETAIL = "technique:dovetail";
    private static final String OAK = "material:oak";

    @Test
    void finishing_a_video_lifts_every_facet_of_it_above_indifference() {
        Learned anna = Learned.from(ANNA.finishes("chest", 0, DOVETAIL, OAK));

        assertThat(anna.score(DOVETAIL)).isGreaterThan(0.5);
        assertThat(anna.score(OAK)).isGreaterThan(0.5);
    }

    @Test
    void a_dislike_sinks_below_indifference() {
        Learned anna = Learned.from(ANNA.says(FeedbackType.DISLIKE, "chest", 0, DOVETAIL));

        assertThat(anna.score(DOVETAIL)).isLessThan(0.5);
    }

    @Test
    void watching_deeper_tells_more() {
        Learned little = Learned.from(ANNA.views("chest", 0.2, 0, DOVETAIL));
        Learned much = Learned.from(ANNA.views("chest", 0.7, 0, DOVETAIL));

        assertThat(much.score(DOVETAIL)).isGreaterThan(little.score(DOVETAIL));
    }

    @Test
    void being_shown_something_teaches_nothing() {
        Learned anna = Learned.from(ANNA.does(InteractionKind.IMPRESSION, "chest", 0, DOVETAIL));

        assertThat(anna.interests()).isEmpty();
        assertThat(anna.state().seen()).isEmpty();
    }

    @Test
    void more_evidence_makes_surer() {
        Learned once = Learned.from(ANNA.finishes("a", 0, DOVETAIL));
        Learned twice = once.then(ANNA.finishes("b", 0, DOVETAIL));

        assertThat(twice.interest(DOVETAIL).confidence())
                .isGreaterThan(once.interest(DOVETAIL).confidence());
        assertThat(twice.interest(DOVETAIL).evidence()).isEqualTo(2);
    }

    @Test
    void newer_taste_outweighs_older() {
        Learned anna = Learned.from(
                ANNA.does(InteractionKind.LIKE, "a", 0, DOVETAIL),
                ANNA.does(InteractionKind.LIKE, "b", 720, "technique:carving"));

        assertThat(anna.score("technique:carving")).isGreaterThan(anna.score(DOVETAIL));
    }

    @Test
    void an_old_history_is_still_a_plausible_profile_years_later() {
        ProfileState state = Learned.from(ANNA.finishes("a", 0, DOVETAIL)).state();
        Interest then = Learned.MODEL.interests(state, day(0)).getFirst();
        Interest now = Learned.MODEL.interests(state, day(3650)).getFirst();

        assertThat(now.score()).isEqualTo(then.score());
        assertThat(now.confidence()).isBetween(then.confidence() / 2, then.confidence() * 0.6);
    }

    @Test
    void the_evidence_names_the_newest_five_and_counts_all() {
        Learned anna = Learned.from();
        for (int i = 1; i <= 7; i++) {
            anna = anna.then(ANNA.finishes("video-" + i, i, DOVETAIL));
        }

        FacetEvidence evidence = anna.state().facets().getFirst();
        assertThat(evidence.newest())
                .extracting(deed -> deed.content().value())
                .containsExactly("video-7", "video-6", "video-5", "video-4", "video-3");
        assertThat(evidence.tally(Proof.FINISHED)).isEqualTo(7);
    }

    @Test
    void finishing_the_same_video_again_counts_as_one_video() {
        Learned anna = Learned.from(ANNA.finishes("chest", 0, DOVETAIL), ANNA.finishes("chest", 1, DOVETAIL));

        assertThat(anna.state().facets().getFirst().tally(Proof.FINISHED)).isEqualTo(1);
        assertThat(anna.state().facets().getFirst().newest()).hasSize(1);
    }

    @Test
    void a_change_of_mind_takes_the_proof_back() {
        Learned anna = Learned.from(ANNA.rates("chest", 5, 0, DOVETAIL), ANNA.rates("chest", 1, 1, DOVETAIL));

        assertThat(anna.state().facets().getFirst().newest()).isEmpty();
        assertThat(anna.state().facets().getFirst().tally(Proof.RATED_HIGHLY)).isZero();
        assertThat(anna.state().seen().getFirst().liking()).isNegative();
    }

    @Test
    void a_late_message_about_the_past_does_not_undo_a_newer_judgement() {
        Learned anna = Learned.from(ANNA.rates("chest", 5, 2, DOVETAIL), ANNA.rates("chest", 1, 1, DOVETAIL));

        assertThat(anna.state().seen().getFirst().liking()).isPositive();
        assertThat(anna.state().facets().getFirst().tally(Proof.RATED_HIGHLY)).isEqualTo(1);
    }

    @Test
    void what_was_bought_from_a_video_teaches_its_own_facets_but_proves_nothing_about_the_video() {
        Learned anna = Learned.from(ANNA.buys(facets(OAK, DOVETAIL), "chest", 0, DOVETAIL));

        assertThat(anna.interest(DOVETAIL).newest())
                .extracting(deed -> deed.content().value())
                .containsExactly("chest");
        assertThat(anna.interest(DOVETAIL).evidence()).isEqualTo(1);
        assertThat(anna.score(OAK)).isEqualTo(anna.score(DOVETAIL));
        assertThat(anna.interest(OAK).newest()).isEmpty();
    }

    @Test
    void following_is_about_the_creator_only() {
        Learned anna = Learned.from(ANNA.does(InteractionKind.FOLLOW, "chest", 0, DOVETAIL, "creator:mara"));

        assertThat(anna.interests()).extracting(Interest::facet).containsExactly(Facet.parse("creator:mara"));
        assertThat(anna.state().following()).containsExactly(new CreatorId("mara"));
        assertThat(anna.state().seen()).isEmpty();
    }

    @Test
    void what_was_dismissed_is_remembered() {
        Learned anna = Learned.from(
                ANNA.says(FeedbackType.NOT_INTERESTED, "chest", 0, DOVETAIL),
                ANNA.does(InteractionKind.DISMISS, "stool", 1, OAK));

        assertThat(anna.state().dismissed()).containsExactly(new ContentId("stool"), new ContentId("chest"));
    }

    @Test
    void the_latest_fifty_interactions_are_kept_newest_first() {
        Learned anna = Learned.from();
        for (int i = 0; i < 60; i++) {
            anna = anna.then(ANNA.finishes("video-" + i, i, DOVETAIL));
        }

        assertThat(anna.state().recent()).hasSize(50);
        assertThat(anna.state().recent().getFirst().content()).isEqualTo(new ContentId("video-59"));
    }
}
