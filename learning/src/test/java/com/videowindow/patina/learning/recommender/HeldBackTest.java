package com.videowindow.patina.learning.recommender;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.catalog.ContentId;
import com.videowindow.patina.learning.recommender.TrainingSet.Held;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

/** What is held back of what people like, to learn from it how a model is blended. */
class HeldBackTest {
    private static final Instant MONDAY = Instant.parse("2026-03-02T12:00:00Z");
    private static final CollaborativeModel.Settings NEXT = new CollaborativeModel.Settings(
            new Ease.Settings(5, 0, 100),
            List.of(new ImplicitAls.Settings(3, 0.3, 0.1, 0.5, 0.5, 4, 42)),
            Question.NEXT);

    /** Everybody likes eight of the old, one a day; then everybody turns to what is new, of which there is as much. */
    private static SortedMap<SubjectId, Basket> followers(int people, Duration off) {
        Random chance = new Random(7);
        SortedMap<SubjectId, Basket> likes = new TreeMap<>(Comparator.comparing(SubjectId::value));
        for (int person = 0; person < people; person++) {
            List<ContentId> liked = new ArrayList<>();
            List<Instant> since = new ArrayList<>();
            int[] some = chance.ints(0, 20).distinct().limit(13).toArray();
            for (int day = 0; day < 13; day++) {
                liked.addFirst(new ContentId((day < 8 ? "old-" : "new-") + some[day]));
                since.addFirst(MONDAY.plus(Duration.ofDays(day)).plus(off));
            }
            likes.put(new SubjectId(new UUID(0, person)), new Basket(liked, Collections.nCopies(13, 1.0), since));
        }
        return likes;
    }

    private static TrainingSet set(int people, Duration off) {
        return TrainingSet.of(followers(people, off), Map.of(), 1000);
    }

    @Test
    void of_what_comes_next_the_latest_likes_of_all_are_held_back() {
        TrainingSet set = set(80, Duration.ZERO);
        Held held = set.heldBack(Question.NEXT, 0.2);

        assertThat(held.asked()).isEqualTo(80);
        for (int person = 0; person < 80; person++) {
            assertThat(held.held().get(person).stream())
                    .allMatch(item -> set.items().get(item).value().startsWith("new"));
        }
        assertThat(held.ages().stream().flatMap(days -> days.keySet().stream()).min(Comparator.naturalOrder()))
                .as("counted from the end of what is learned from")
                .hasValue(0);
    }

    @Test
    void of_whatever_else_some_of_each_persons_likes_are_drawn() {
        Held held = set(80, Duration.ZERO).heldBack(Question.ANY, 0.2);

        assertThat(held.held()).allMatch(items -> items.cardinality() == 3);
        assertThat(held.held()).anyMatch(items -> !items.equals(held.held().getFirst()));
    }

    @Test
    void where_too_few_were_there_before_what_comes_next_is_learned_as_whatever_else() {
        assertThat(set(20, Duration.ZERO).heldBack(Question.NEXT, 0.2).held())
                .isEqualTo(set(20, Duration.ZERO).heldBack(Question.ANY, 0.2).held());
    }

    @Test
    void a_model_that_is_asked_what_comes_next_turns_to_what_is_in_demand_and_tells_by_how_much() {
        CollaborativeModel model = CollaborativeModel.train(set(80, Duration.ZERO), NEXT, new ForkJoinPool(2));

        assertThat(model.blend().power()).isPositive();
        int old = model.numberOf(new ContentId("old-1"));
        int fresh = model.numberOf(new ContentId("new-1"));
        assertThat(model.lately(fresh)).isGreaterThan(1);
        assertThat(model.lately(old)).isLessThan(1);
        Likes liked = Likes.of(old, model.numberOf(new ContentId("old-2")));
        double[] scores = model.scores(liked);
        for (int item = 0; item < scores.length; item++) {
            assertThat(DoubleStream.of(model.person(liked).told(item)).sum()).isCloseTo(scores[item], within(1e-9));
        }
    }

    @Test
    void a_log_that_was_written_a_little_later_teaches_the_same_bytes() throws IOException {
        assertThat(bytes(set(80, Duration.ofHours(7)))).isEqualTo(bytes(set(80, Duration.ZERO)));
    }

    private static byte[] bytes(TrainingSet set) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        CollaborativeModel.train(set, NEXT, new ForkJoinPool(2)).write(out);
        return out.toByteArray();
    }
}
