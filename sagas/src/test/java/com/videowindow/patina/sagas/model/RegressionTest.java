package com.videowindow.patina.sagas.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.catalog.ContentId;
import com.videowindow.patina.domain.interest.Facets;
import com.videowindow.patina.learning.recommender.Basket;
import com.videowindow.patina.learning.recommender.CollaborativeModel;
import com.videowindow.patina.learning.recommender.Ease;
import com.videowindow.patina.learning.recommender.ImplicitAls;
import com.videowindow.patina.learning.recommender.TrainingSet;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RegressionTest {
    private static final int PEOPLE = 80;

    private final SortedMap<SubjectId, Basket> then = likes(3, 1);
    private final Lessons.Both lessons = new Lessons.Both(lesson(then), lesson(grown()));

    /** What some people like, of content that is good for one group each: all of it, or of any. */
    private static SortedMap<SubjectId, Basket> likes(int groups, long seed) {
        Random chance = new Random(seed);
        SortedMap<SubjectId, Basket> likes = new TreeMap<>(Comparator.comparing(SubjectId::value));
        for (int i = 0; i < PEOPLE; i++) {
            likes.put(new SubjectId(new UUID(0, i)), new Basket(some(chance, i % groups, groups, 4)));
        }
        return likes;
    }

    private static List<ContentId> some(Random chance, int group, int groups, int count) {
        return chance.ints(0, 36 / groups)
                .distinct()
                .limit(count)
                .mapToObj(item -> new ContentId("item-" + (item * groups + group)))
                .toList();
    }

    /** Each has come to two more of their group. */
    private SortedMap<SubjectId, Basket> grown() {
        Random chance = new Random(2);
        SortedMap<SubjectId, Basket> now = new TreeMap<>(then);
        int[] person = new int[1];
        then.forEach((subject, basket) -> {
            List<ContentId> all = new ArrayList<>(some(chance, person[0]++ % 3, 3, 5));
            all.removeAll(basket.liked());
            all.addAll(basket.liked());
            now.put(subject, new Basket(all));
        });
        return now;
    }

    private static Lesson lesson(SortedMap<SubjectId, Basket> likes) {
        return new Lesson(likes, Map.of(), 0, 0);
    }

    private static CollaborativeModel trained(SortedMap<SubjectId, Basket> likes) {
        return trained(likes, Map.of());
    }

    private static CollaborativeModel trained(SortedMap<SubjectId, Basket> likes, Map<ContentId, Facets> described) {
        return CollaborativeModel.train(
                TrainingSet.of(likes, described, 100),
                new CollaborativeModel.Settings(
                        new Ease.Settings(10, 0, 100), List.of(new ImplicitAls.Settings(4, 0.3, 0.1, 0.5, 0.5, 6, 42))),
                new ForkJoinPool(2));
    }

    @Test
    void whoever_learned_from_noise_does_plainly_worse_than_the_one_before() {
        Regression seen = Regression.of(trained(likes(1, 9)), trained(then), lessons);

        assertThat(seen.people()).isGreaterThan(60);
        assertThat(seen.gain()).isLessThan(seen.before());
        assertThat(seen.isPlain(50, 0.1)).isTrue();
        assertThat(seen.isPlain(PEOPLE + 1, 0.1)).as("too few to tell").isFalse();
    }

    @Test
    void whoever_does_better_or_the_same_stays() {
        CollaborativeModel good = trained(then);

        assertThat(Regression.of(good, trained(likes(1, 9)), lessons).isPlain(50, 0.1))
                .isFalse();
        assertThat(Regression.of(good, good, lessons).isPlain(50, 0.1)).isFalse();
    }

    @Test
    void whoever_knows_what_came_out_since_has_no_more_to_miss() {
        List<ContentId> works =
                IntStream.range(0, 5).mapToObj(i -> new ContentId("new-" + i)).toList();
        SortedMap<SubjectId, Basket> now = new TreeMap<>(grown());
        now.replaceAll((subject, basket) -> {
            List<ContentId> all = new ArrayList<>(works);
            all.addAll(basket.liked());
            return new Basket(all);
        });
        Map<ContentId, Facets> described = works.stream().collect(Collectors.toMap(work -> work, work -> Facets.NONE));

        Regression seen =
                Regression.of(trained(then, described), trained(then), new Lessons.Both(lesson(then), lesson(now)));

        assertThat(seen.people()).isGreaterThan(60);
        assertThat(seen.isPlain(50, 0.1)).isFalse();
        assertThat(seen.gain()).isCloseTo(seen.before(), within(0.02));
    }

    @Test
    void where_nobody_liked_anything_since_nothing_is_told() {
        Regression seen =
                Regression.of(trained(likes(1, 9)), trained(then), new Lessons.Both(lesson(then), lesson(then)));

        assertThat(seen.people()).isZero();
        assertThat(seen.isPlain(2, 0.1)).isFalse();
    }
}
