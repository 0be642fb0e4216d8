package com.videowindow.patina.learning.recommender;

import static com.videowindow.patina.learning.Person.day;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.videowindow.patina.domain.catalog.ContentId;
import org.junit.jupiter.api.Test;

class TrendingTest {
    private static final ContentId OLD_FAVOURITE = new ContentId("old");
    private static final ContentId NEWCOMER = new ContentId("new");

    private final TrendingCounts counts = new TrendingCounts();

    @Test
    void the_most_liked_has_the_whole_share_and_the_unknown_none() {
        counts.add(NEWCOMER, day(0), true);

        assertThat(counts.snapshot().share(NEWCOMER)).isEqualTo(1);
        assertThat(counts.snapshot().share(OLD_FAVOURITE)).isZero();
    }

    @Test
    void what_is_liked_now_overtakes_what_was_liked_long_ago() {
        like(OLD_FAVOURITE, 5, 0);
        like(NEWCOMER, 4, 1_500);

        assertThat(counts.snapshot().share(NEWCOMER))
                .isGreaterThan(counts.snapshot().share(OLD_FAVOURITE));
    }

    @Test
    void an_old_favourite_is_not_forgotten_for_one_like_of_today() {
        like(OLD_FAVOURITE, 500, 0);
        like(NEWCOMER, 1, 200);

        assertThat(counts.snapshot().share(OLD_FAVOURITE)).isGreaterThan(0.4f);
    }

    @Test
    void the_order_of_arrival_does_not_matter_even_over_decades() {
        like(NEWCOMER, 3, 11_000);
        like(OLD_FAVOURITE, 4, 10_990);
        TrendingCounts backwards = new TrendingCounts();
        for (int i = 0; i < 4; i++) {
            backwards.add(OLD_FAVOURITE, day(10_990), true);
        }
        backwards.add(new ContentId("ancient"), day(0), true);
        for (int i = 0; i < 3; i++) {
            backwards.add(NEWCOMER, day(11_000), true);
        }

        assertThat(backwards.snapshot().share(OLD_FAVOURITE))
                .isCloseTo(counts.snapshot().share(OLD_FAVOURITE), within(1e-6f));
    }

    @Test
    void numbers_do_not_overflow_over_a_century() {
        for (int year = 0; year < 100; year++) {
            like(OLD_FAVOURITE, 1, year * 365.0);
        }
        like(NEWCOMER, 1, 36_500);

        assertThat(counts.snapshot().share(NEWCOMER)).isBetween(0f, 1f);
        assertThat(counts.snapshot().share(OLD_FAVOURITE)).isBetween(0f, 1f);
    }

    private void like(ContentId content, int times, double day) {
        for (int i = 0; i < times; i++) {
            counts.add(content, day(day), true);
        }
    }
}
