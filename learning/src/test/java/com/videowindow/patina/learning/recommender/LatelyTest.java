package com.videowindow.patina.learning.recommender;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class LatelyTest {
    private static final int ITEMS = 200;

    private static SortedMap<Integer, Double> days(int... ago) {
        SortedMap<Integer, Double> days = new TreeMap<>();
        Arrays.stream(ago).forEach(day -> days.merge(day, 1.0, Double::sum));
        return days;
    }

    @Test
    void what_is_liked_now_counts_for_more_than_what_was_liked_long_ago() {
        double[] scales = Lately.of(List.of(days(0, 0, 0), days(0, 90, 180), days(90, 180, 200), days()), 7)
                .scales(1);

        assertThat(scales[0]).isGreaterThan(scales[1]);
        assertThat(scales[1]).isGreaterThan(scales[2]);
        assertThat(scales[3]).as("of what nobody likes nothing is known").isCloseTo(1, within(1e-12));
    }

    /** Of four likes one is of today and three are a half-life old: 2.5 of 4, to which five people of all times are added. */
    @Test
    void the_proportion_is_that_of_the_likes_that_are_left_to_all() {
        double share = 2.5 / 4;
        double[] scales = Lately.of(List.of(days(0), days(10, 10, 10)), 10).scales(1);

        assertThat(scales[0]).isCloseTo((1 + share * 5) / (share * 6), within(1e-12));
        assertThat(scales[1]).isCloseTo((1.5 + share * 5) / (share * 8), within(1e-12));
    }

    @Test
    void what_speaks_against_something_in_demand_speaks_less() {
        assertThat(Lately.turned(0.5, 2)).isEqualTo(1);
        assertThat(Lately.turned(-0.5, 2)).isEqualTo(-0.25);
    }

    /** Everybody comes to like what is in demand, of what their taste says nothing of. */
    private static Blend learned(boolean demanded) {
        List<SortedMap<Integer, Double>> ages = new ArrayList<>();
        for (int item = 0; item < ITEMS; item++) {
            ages.add(new TreeMap<>(Map.of(item < 20 ? 1 : 100, 20.0)));
        }
        Random chance = new Random(3);
        BlendLearning learning = new BlendLearning(2, Lately.all(ages));
        for (int person = 0; person < 200; person++) {
            double[][] scores = {
                chance.doubles(ITEMS).toArray(), chance.doubles(ITEMS).toArray()
            };
            BitSet wanted = new BitSet();
            wanted.set(demanded ? chance.nextInt(20) : chance.nextInt(ITEMS));
            learning.ask(Likes.of(), scores, wanted);
        }
        return learning.learned();
    }

    @Test
    void is_heeded_where_it_foretells_what_people_come_to_like() {
        assertThat(learned(true).power()).isPositive();
    }

    @Test
    void is_not_heeded_where_it_does_not() {
        assertThat(learned(false).power()).isZero();
    }
}
