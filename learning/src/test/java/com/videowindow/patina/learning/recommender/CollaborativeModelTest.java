package com.videowindow.patina.learning.recommender;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.videowindow.patina.domain.AboutSubject;
import com.videowindow.patina.domain.SubjectId;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.DoubleStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class CollaborativeModelTest {
    private static final ForkJoinPool WORKERS = new ForkJoinPool(3);
    private static final CollaborativeModel.Settings SETTINGS = new CollaborativeModel.Settings(
            new Ease.Settings(5, 2, 6),
            List.of(
                    new ImplicitAls.Settings(6, 0.3, 0.1, 0.5, 0.5, 4, 42),
                    new ImplicitAls.Settings(3, 0.3, 0.1, 0.5, 0, 4, 43)));

    private final List<List<AboutSubject>> deeds = Villages.deeds(60, 3, 7);

    private static byte[] bytes(CollaborativeModel model) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            model.write(out);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return out.toByteArray();
    }

    private static byte[] trained(TrainingSet data) {
        return bytes(CollaborativeModel.train(data, SETTINGS, WORKERS));
    }

    @Property(tries = 10)
    void threads_change_not_a_byte(@ForAll @IntRange(max = 1000) int seed) {
        TrainingSet data = Villages.heard(Villages.deeds(50, 3, seed));
        byte[] one = bytes(CollaborativeModel.train(data, SETTINGS, new ForkJoinPool(1)));

        assertThat(bytes(CollaborativeModel.train(data, SETTINGS, new ForkJoinPool(2))))
                .isEqualTo(one);
        assertThat(bytes(CollaborativeModel.train(data, SETTINGS, new ForkJoinPool(5))))
                .isEqualTo(one);
    }

    @Property(tries = 10)
    void the_order_in_which_people_are_heard_changes_not_a_byte(@ForAll Random chance) {
        List<List<AboutSubject>> shuffled = new ArrayList<>(deeds);
        Collections.shuffle(shuffled, chance);

        assertThat(trained(Villages.heard(shuffled))).isEqualTo(trained(Villages.heard(deeds)));
    }

    @Property(tries = 10)
    void whoever_is_erased_leaves_the_bytes_of_a_log_in_which_they_never_were(
            @ForAll @IntRange(max = 59) int leaver, @ForAll Random chance) {
        List<List<AboutSubject>> without = new ArrayList<>(deeds);
        without.remove(leaver);
        List<List<AboutSubject>> shuffled = new ArrayList<>(deeds);
        Collections.shuffle(shuffled, chance);
        CrowdSignals crowd = Villages.crowd(shuffled);
        crowd.apply(Villages.inhabitant(leaver).asksToLeave());

        assertThat(trained(Villages.set(crowd))).isEqualTo(trained(Villages.heard(without)));
    }

    @Test
    void what_people_are_called_changes_not_a_byte() {
        CrowdSignals crowd = Villages.crowd(deeds);
        SortedMap<SubjectId, Basket> renamed = new TreeMap<>(Comparator.comparing(SubjectId::value));
        int number = 0;
        for (Basket basket : crowd.likes().values()) {
            renamed.put(Villages.inhabitant(1000 + number++ * 7 % 61).subject(), basket);
        }

        assertThat(trained(TrainingSet.of(renamed, Villages.described(renamed), 1000)))
                .isEqualTo(trained(Villages.heard(deeds)));
    }

    @Test
    void what_is_read_is_what_was_written() throws IOException {
        CollaborativeModel model = CollaborativeModel.train(Villages.heard(deeds), SETTINGS, WORKERS);
        byte[] written = bytes(model);
        CollaborativeModel read = CollaborativeModel.read(new ByteArrayInputStream(written));

        assertThat(read).isEqualTo(model);
        assertThat(bytes(read)).isEqualTo(written);
        Likes liked = Likes.of(0, 3, 5);
        assertThat(read.scores(liked)).isEqualTo(model.scores(liked));
    }

    @Property(tries = 20)
    void what_the_likes_add_is_the_score(@ForAll @IntRange(max = 59) int person) {
        CollaborativeModel model = Trained.MODEL;
        Likes liked = Villages.heard(deeds).matrix().likesOf(person);
        double[] scores = model.scores(liked);

        for (int item = 0; item < scores.length; item++) {
            assertThat(DoubleStream.of(model.person(liked).told(item)).sum()).isCloseTo(scores[item], within(1e-9));
        }
    }

    private static final class Trained {
        static final CollaborativeModel MODEL =
                CollaborativeModel.train(Villages.heard(Villages.deeds(60, 3, 7)), SETTINGS, WORKERS);
    }

    @Test
    void a_model_of_nobody_is_written_and_read_as_well() throws IOException {
        byte[] written = trained(Villages.heard(List.of()));

        assertThat(CollaborativeModel.read(new ByteArrayInputStream(written)).items())
                .isEmpty();
    }

    @Property(tries = 300)
    void a_flipped_bit_anywhere_is_refused(@ForAll Random chance) {
        byte[] written = Flipped.WRITTEN.clone();
        written[chance.nextInt(written.length)] ^= (byte) (1 << chance.nextInt(8));

        assertThatThrownBy(() -> CollaborativeModel.read(new ByteArrayInputStream(written)))
                .isInstanceOf(IOException.class);
    }

    private static final class Flipped {
        static final byte[] WRITTEN = trained(Villages.heard(Villages.deeds(60, 3, 7)));
    }

    @Test
    void a_model_that_ends_too_early_is_refused() {
        byte[] written = Flipped.WRITTEN;
        byte[] half = Arrays.copyOf(written, written.length - 40);

        assertThatThrownBy(() -> CollaborativeModel.read(new ByteArrayInputStream(half)))
                .isInstanceOf(IOException.class);
    }

    /** What was left out is at most as large as what was kept. */
    @Test
    void of_what_speaks_for_an_item_the_largest_weights_are_kept() {
        UserItemMatrix liked = Villages.heard(deeds).matrix();
        Ease whole = Ease.train(liked, List.of(), new Ease.Settings(5, 0, 1000), WORKERS);
        Ease sparse = Ease.train(liked, List.of(), new Ease.Settings(5, 0, 6), WORKERS);
        for (int to = 0; to < liked.items(); to++) {
            double least = Double.MAX_VALUE;
            double lost = 0;
            int kept = 0;
            for (int from = 0; from < liked.items(); from++) {
                if (sparse.weight(from, to) != 0) {
                    kept++;
                    assertThat(sparse.weight(from, to)).isEqualTo(whole.weight(from, to));
                    least = Math.min(least, Math.abs(whole.weight(from, to)));
                } else {
                    lost = Math.max(lost, Math.abs(whole.weight(from, to)));
                }
            }
            assertThat(kept).isLessThanOrEqualTo(6);
            assertThat(lost).isLessThanOrEqualTo(least);
        }
    }

    @Test
    void of_more_content_than_there_may_be_what_most_like_is_learned_of() {
        CrowdSignals crowd = Villages.crowd(deeds);
        TrainingSet all = Villages.set(crowd);
        TrainingSet some = TrainingSet.of(crowd.likes(), Map.of(), 10);

        assertThat(some.items()).hasSize(10).isSorted();
        UserItemMatrix liked = all.matrix();
        int least = some.items().stream()
                .mapToInt(item -> liked.usersOf(all.numberOf(item)).length)
                .min()
                .orElseThrow();
        assertThat(all.items())
                .filteredOn(item -> !some.items().contains(item))
                .allMatch(item -> liked.usersOf(all.numberOf(item)).length <= least);
    }

    @Test
    void the_product_of_all_factors_is_what_they_add_to_a_score() {
        CollaborativeModel model = CollaborativeModel.train(Villages.heard(deeds), SETTINGS, WORKERS);
        Likes likes = Likes.of(new int[] {1, 5, 9}, new double[] {1, 0.5, 1});
        CollaborativeModel.Person person = model.person(likes);
        float[] own = person.vector();
        assertThat(own).hasSize(model.dimensions()).hasSize(9);
        int looked = 0;
        for (int item = 0; item < model.items().size(); item++) {
            double added = person.score(item) - person.hint(item);
            if (person.score(item) > 0 && person.hint(item) >= 0) {
                double product = 0;
                float[] vector = model.vector(item);
                for (int i = 0; i < own.length; i++) {
                    product += own[i] * vector[i];
                }
                assertThat(product).isCloseTo(added, within(1e-4));
                looked++;
            }
        }
        assertThat(looked).isGreaterThan(5);
    }
}
