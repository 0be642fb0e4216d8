package com.videowindow.patina.learning.recommender;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.videowindow.patina.learning.recommender.LastLikes.Foretold;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.Test;

class LastLikesTest {
    private final TrainingSet all = Villages.heard(Villages.deeds(200, 4, 11));

    @Test
    void of_some_people_the_last_like_is_not_trained_from() {
        LastLikes kept = new LastLikes(all, 0.25, 5);

        assertThat(kept.people()).isBetween(30, 70);
        assertThat(all.likes() - kept.rest().likes()).isEqualTo(kept.people());
        assertThat(kept.rest().items()).isEqualTo(all.items());
    }

    @Test
    void the_same_people_are_among_them_when_others_have_left() {
        LastLikes before = new LastLikes(all, 1, 5);
        TrainingSet fewer = Villages.heard(Villages.deeds(150, 4, 11));
        LastLikes after = new LastLikes(fewer, 1, 5);

        assertThat(before.people()).isGreaterThan(after.people());
        assertThat(new LastLikes(fewer, 0.25, 5).people()).isLessThan(after.people());
    }

    /** Whoever always names the one item first has foretold who liked it last. */
    @Test
    void one_who_knows_the_answer_has_the_whole_gain() {
        LastLikes kept = new LastLikes(all, 1, 5);
        Scorer knows = liked -> {
            double[] scores = new double[all.items().size()];
            for (int person = 0; person < all.people(); person++) {
                int[] theirs = all.likesOf(person);
                int[] before = Arrays.copyOf(theirs, theirs.length - 1);
                Arrays.sort(before);
                if (Arrays.equals(liked.numbers(), before)) {
                    scores[theirs[theirs.length - 1]] = 1;
                }
            }
            return scores;
        };
        Foretold foretold = kept.measure(knows);

        assertThat(foretold.recall()).isCloseTo(1, within(0.02));
        assertThat(foretold.ndcg()).isCloseTo(1, within(0.02));
        assertThat(foretold.light()).isCloseTo(1, within(0.05));
        assertThat(foretold.heavy()).isCloseTo(1, within(0.05));
    }

    @Test
    void what_goes_together_foretells_more_than_what_is_popular() {
        LastLikes kept = new LastLikes(all, 1, 5);
        CollaborativeModel model = CollaborativeModel.train(
                kept.rest(),
                new CollaborativeModel.Settings(
                        new Ease.Settings(20, 0, 50), List.of(new ImplicitAls.Settings(8, 0.3, 0.1, 0.5, 0.5, 8, 42))),
                new ForkJoinPool(2));

        assertThat(kept.measure(model::scores).ndcg())
                .isGreaterThan(1.5 * kept.measure(kept.popular()).ndcg());
    }

    @Test
    void where_nobody_is_there_nothing_is_foretold() {
        LastLikes nobody = new LastLikes(Villages.heard(List.of()), 1, 5);
        assertThat(nobody.measure(nobody.popular())).isEqualTo(new Foretold(0, 0, 0, 0, 0, 0, null));
    }
}
