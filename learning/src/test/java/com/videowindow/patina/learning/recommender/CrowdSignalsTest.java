package com.videowindow.patina.learning.recommender;

import static com.videowindow.patina.learning.Person.ANNA;
import static com.videowindow.patina.learning.Person.BEN;
import static com.videowindow.patina.learning.Person.CLARA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.videowindow.patina.domain.catalog.ContentId;
import com.videowindow.patina.domain.consent.PolicyText;
import com.videowindow.patina.domain.consent.Purpose;
import com.videowindow.patina.domain.consent.PurposeDefined;
import com.videowindow.patina.domain.interaction.InteractionKind;
import com.videowindow.patina.learning.chance.Draw;
import com.videowindow.patina.learning.preference.Liking;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class CrowdSignalsTest {
    private static final ContentId CHEST = new ContentId("chest");

    private static final Instant ASKED = Instant.parse("2026-11-01T12:00:00Z");

    private final CrowdSignals crowd = new CrowdSignals();

    @Test
    void only_those_who_allow_training_are_heard() {
        crowd.apply(ANNA.allows(Purpose.TRAINING));
        crowd.apply(BEN.allows(Purpose.PERSONALIZATION));
        crowd.apply(ANNA.finishes("chest", 0));
        crowd.apply(BEN.finishes("stool", 0));
        crowd.apply(CLARA.finishes("soap", 0));

        assertThat(crowd.baskets()).extracting(Basket::liked).containsExactly(List.of(CHEST));
        assertThat(crowd.trending().size()).isEqualTo(1);
    }

    @Test
    void whoever_withdraws_is_left_out_of_the_next_training() {
        crowd.apply(ANNA.allows(Purpose.TRAINING));
        crowd.apply(ANNA.finishes("chest", 0));
        crowd.apply(ANNA.withdraws(Purpose.TRAINING));
        crowd.apply(ANNA.finishes("stool", 1));

        assertThat(crowd.baskets()).isEmpty();
        assertThat(crowd.train().size()).isZero();
    }

    @Test
    void whoever_objects_is_left_out_until_that_is_settled_and_heard_anew_then() {
        crowd.apply(ANNA.allows(Purpose.TRAINING));
        crowd.apply(ANNA.finishes("chest", 0));
        crowd.apply(ANNA.objects(Purpose.TRAINING));
        crowd.apply(ANNA.finishes("stool", 1));
        assertThat(crowd.baskets()).isEmpty();
        assertThat(crowd.trending().size()).isZero();

        crowd.apply(ANNA.objectsNoMore(Purpose.TRAINING));
        crowd.apply(ANNA.finishes("chest", 2));
        assertThat(crowd.baskets()).extracting(Basket::liked).containsExactly(List.of(CHEST));
    }

    @Test
    void whoever_asked_to_be_erased_is_left_out_until_they_think_better_of_it() {
        crowd.apply(ANNA.allows(Purpose.TRAINING));
        crowd.apply(ANNA.finishes("chest", 0));
        crowd.apply(ANNA.asksToLeave());
        assertThat(crowd.mayHear(ANNA.subject())).isFalse();
        assertThat(crowd.baskets()).isEmpty();
        assertThat(crowd.trending().size()).isZero();
        assertThat(crowd.leftOut()).isEqualTo(1);
        crowd.hearAgain(ANNA.subject(), List.of(ANNA.allows(Purpose.TRAINING), ANNA.finishes("chest", 0)));
        assertThat(crowd.baskets()).isEmpty();

        crowd.apply(ANNA.stays());
        assertThat(crowd.baskets()).extracting(Basket::liked).containsExactly(List.of(CHEST));
        assertThat(crowd.trending().size()).isEqualTo(1);
    }

    @Test
    void whoever_withdraws_while_they_leave_does_not_come_back_by_staying() {
        crowd.apply(ANNA.allows(Purpose.TRAINING));
        crowd.apply(ANNA.finishes("chest", 0));
        crowd.apply(ANNA.asksToLeave());
        crowd.apply(ANNA.withdraws(Purpose.TRAINING));
        crowd.apply(ANNA.stays());
        assertThat(crowd.baskets()).isEmpty();
        assertThat(crowd.trending().size()).isZero();
    }

    private static PurposeDefined training(int version, boolean offered) {
        List<PolicyText> texts = List.of(new PolicyText("en", "Learning", "What you like helps others."));
        return new PurposeDefined(
                Purpose.TRAINING, version, texts, List.of(), List.of(), offered, true, BEN.subject(), ASKED);
    }

    @Test
    void nobody_is_learned_from_while_training_is_not_offered() {
        crowd.apply(ANNA.allows(Purpose.TRAINING));
        crowd.apply(ANNA.finishes("chest", 0));
        crowd.apply(training(1, false));
        crowd.apply(ANNA.finishes("stool", 1));
        assertThat(crowd.baskets()).isEmpty();
        assertThat(crowd.trending().size()).isZero();
        assertThat(crowd.leftOut()).isEqualTo(1);

        crowd.apply(training(2, true));
        assertThat(crowd.baskets()).extracting(Basket::liked).containsExactly(List.of(CHEST));
    }

    @Test
    void likes_are_kept_and_what_is_disliked_later_is_not() {
        crowd.apply(ANNA.allows(Purpose.TRAINING));
        crowd.apply(ANNA.rates("chest", 5, 0));
        crowd.apply(ANNA.does(InteractionKind.LIKE, "stool", 1));
        crowd.apply(ANNA.views("soap", 0.3, 2));
        crowd.apply(ANNA.rates("stool", 1, 3));

        assertThat(crowd.baskets()).extracting(Basket::liked).containsExactly(List.of(CHEST));
    }

    @Test
    void the_strongest_evidence_says_how_much_something_is_liked() {
        crowd.apply(ANNA.allows(Purpose.TRAINING));
        crowd.apply(ANNA.rates("chest", 4, 0));
        crowd.apply(ANNA.rates("stool", 4, 1));
        crowd.apply(ANNA.does(InteractionKind.PURCHASE, "stool", 2));
        crowd.apply(ANNA.does(InteractionKind.LIKE, "stool", 3));

        assertThat(crowd.baskets().getFirst().liked()).containsExactly(new ContentId("stool"), CHEST);
        assertThat(crowd.baskets().getFirst().strengths()).containsExactly(Likes.strengthOf(2), Likes.strengthOf(0.5));
    }

    @Test
    void nothing_is_popular_because_of_people_who_withdrew_or_changed_their_mind() {
        crowd.apply(ANNA.allows(Purpose.TRAINING));
        crowd.apply(BEN.allows(Purpose.TRAINING));
        crowd.apply(BEN.finishes("stool", 0));
        crowd.apply(ANNA.finishes("chest", 80));
        crowd.apply(ANNA.finishes("stool", 80));
        crowd.apply(ANNA.rates("stool", 1, 81));
        crowd.apply(ANNA.finishes("stool", 82));
        crowd.apply(ANNA.withdraws(Purpose.TRAINING));

        assertThat(crowd.trending().size()).isEqualTo(1);
        assertThat(crowd.trending().share(new ContentId("stool"))).isCloseTo(1, within(1e-6f));
        crowd.forget(BEN.subject());
        assertThat(crowd.trending().size()).isZero();
    }

    @Test
    void a_dislike_of_somebody_who_liked_nothing_yet_passes() {
        crowd.apply(ANNA.allows(Purpose.TRAINING));
        crowd.apply(ANNA.rates("chest", 1, 0));

        assertThat(crowd.train().size()).isZero();
    }

    @Test
    void the_same_like_again_makes_nothing_more_popular() {
        crowd.apply(ANNA.allows(Purpose.TRAINING));
        crowd.apply(BEN.allows(Purpose.TRAINING));
        for (int i = 0; i < 10; i++) {
            crowd.apply(ANNA.finishes("chest", i));
        }
        crowd.apply(BEN.finishes("stool", 0));

        assertThat(crowd.trending().share(new ContentId("stool"))).isEqualTo(1);
    }

    @Test
    void only_the_latest_likes_of_a_person_are_kept() {
        crowd.apply(ANNA.allows(Purpose.TRAINING));
        for (int i = 0; i < Liking.MOST + 10; i++) {
            crowd.apply(ANNA.finishes("video-" + i, i));
        }

        assertThat(crowd.baskets().getFirst().liked())
                .hasSize(Liking.MOST)
                .doesNotContain(new ContentId("video-0"))
                .startsWith(new ContentId("video-309"));
    }

    @Test
    void a_draw_is_even_and_repeatable() {
        assertThat(Draw.uniform(1, 2)).isEqualTo(Draw.uniform(1, 2)).isNotEqualTo(Draw.uniform(2, 2));
        double sum = 0;
        for (int i = 0; i < 10_000; i++) {
            sum += Draw.uniform(42, i);
        }
        assertThat(sum / 10_000).isBetween(0.49, 0.51);
    }
}
