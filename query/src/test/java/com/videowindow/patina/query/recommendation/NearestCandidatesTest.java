package com.videowindow.patina.query.recommendation;

import static com.videowindow.patina.query.Video.video;
import static com.videowindow.patina.query.Workshop.ANNA;
import static com.videowindow.patina.query.Workshop.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.catalog.Content;
import com.videowindow.patina.domain.catalog.ContentId;
import com.videowindow.patina.domain.interaction.InteractionKind;
import com.videowindow.patina.domain.recommendation.Algorithm;
import com.videowindow.patina.domain.recommendation.ListTerms;
import com.videowindow.patina.domain.recommendation.NearestAnswer;
import com.videowindow.patina.domain.recommendation.Neighbours;
import com.videowindow.patina.domain.recommendation.RankingInputs;
import com.videowindow.patina.domain.recommendation.RecommendationId;
import com.videowindow.patina.domain.recommendation.ServedItem;
import com.videowindow.patina.learning.recommender.CollaborativeModel;
import com.videowindow.patina.query.Workshop;
import java.time.Duration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What an index of factors finds is ranked beside what memory chooses, and kept with the list. */
class NearestCandidatesTest {
    private static final int ITEMS = Candidates.ALL + 1_000;
    private static final Workshop WORKSHOP = new Workshop().allows(ANNA);
    private static final Shelf LARGE;

    static {
        Random chance = new Random(5);
        Content[] shown = new Content[ITEMS];
        for (int i = 0; i < shown.length; i++) {
            shown[i] = video("v" + i, "c" + chance.nextInt(12), "t" + chance.nextInt(300))
                    .published(NOW.minusSeconds(chance.nextInt(40_000_000)))
                    .content();
        }
        WORKSHOP.shows(shown);
        for (int person = 0; person < 150; person++) {
            SubjectId other = new SubjectId(new UUID(3, person));
            WORKSHOP.allows(other);
            for (int i = 0; i < 10; i++) {
                WORKSHOP.hears(other, InteractionKind.LIKE, "v" + (chance.nextInt(60) * 15 + person % 15));
            }
        }
        for (int i = 0; i < 8; i++) {
            WORKSHOP.hears(ANNA, InteractionKind.LIKE, "v" + chance.nextInt(60) * 15);
        }
        LARGE = new Shelves(WORKSHOP, WORKSHOP, WORKSHOP.trains()).now();
    }

    /** Makes all products, as an index does not have to. */
    private record AllProducts(CollaborativeModel model, int found, List<Wish> asked) implements NearestContent {
        static AllProducts of(int found) {
            return new AllProducts(LARGE.model().orElseThrow(), found, new ArrayList<>());
        }

        @Override
        public boolean isAsked() {
            return true;
        }

        @Override
        public Neighbours find(Wish wish) {
            asked.add(wish);
            return new Neighbours(
                    NearestAnswer.FOUND,
                    IntStream.range(0, model.items().size())
                            .boxed()
                            .filter(item ->
                                    !wish.without().contains(model.items().get(item)))
                            .sorted(Comparator.comparingDouble(item -> -product(wish.vector(), model.vector(item))))
                            .limit(found)
                            .map(item -> model.items().get(item))
                            .toList());
        }

        private static double product(List<Float> own, float[] other) {
            return IntStream.range(0, other.length)
                    .mapToDouble(i -> own.get(i) * other[i])
                    .sum();
        }
    }

    /** An index that is away, or is late. */
    private record Silent(NearestAnswer answer) implements NearestContent {
        @Override
        public boolean isAsked() {
            return true;
        }

        @Override
        public Neighbours find(Wish wish) {
            return Neighbours.none(answer);
        }
    }

    private static ListMaking.Wanted wanted(Budget budget) {
        return new ListMaking.Wanted(
                new RecommendationId(new UUID(1, 7)),
                Tuning.of(Algorithm.HYBRID, true),
                true,
                Pool.EVERYTHING,
                ListTerms.NOTHING,
                20,
                NOW,
                null,
                budget);
    }

    private static ListMaking making() {
        return new ListMaking(LARGE, wanted(Budget.UNLIMITED), WORKSHOP.profile(ANNA));
    }

    private static List<ServedItem> list(ListMaking making, NearestContent nearest) {
        BitSet eligible = making.eligible();
        making.ask(nearest, eligible);
        return making.best(eligible);
    }

    private static Set<ContentId> met() {
        Set<ContentId> met = new HashSet<>();
        Objects.requireNonNull(WORKSHOP.profile(ANNA)).seen().forEach(seen -> met.add(seen.content()));
        return met;
    }

    @Test
    void what_was_found_is_ranked_and_what_may_not_be_offered_is_not() {
        AllProducts all = AllProducts.of(200);
        ListMaking making = making();
        BitSet eligible = making.eligible();
        making.ask(all, eligible);

        assertThat(all.asked()).hasSize(1);
        assertThat(all.asked().getFirst().without()).containsAll(met());
        assertThat(making.neighbours()).isNotNull();
        List<ServedItem> items = making.best(eligible);
        assertThat(items).hasSize(20).noneMatch(item -> met().contains(item.content()));
    }

    @Test
    void the_list_is_made_again_from_what_is_kept_although_nobody_is_asked() {
        ListMaking making = making();
        List<ServedItem> items = list(making, AllProducts.of(300));
        RankingInputs inputs = making.inputs(making.eligible());
        assertThat(inputs.neighbours()).isNotNull();

        ListMaking again = new ListMaking(
                LARGE,
                ListMaking.wanted(new RecommendationId(new UUID(1, 7)), inputs, true, NOW),
                WORKSHOP.profile(ANNA));
        assertThat(again.best(again.eligible())).isEqualTo(items);
        assertThat(again.inputs(again.eligible())).isEqualTo(inputs);
    }

    @Test
    void where_no_index_answers_the_list_is_that_of_memory_and_says_so() {
        List<ServedItem> ofMemory = list(making(), NearestContent.NOBODY);
        for (NearestAnswer why : List.of(NearestAnswer.NO_INDEX, NearestAnswer.LATE, NearestAnswer.AWAY)) {
            ListMaking making = making();
            assertThat(list(making, new Silent(why))).isEqualTo(ofMemory);
            assertThat(SessionList.nearest(making.neighbours())).isEqualTo(why);
        }
    }

    @Test
    void nobody_is_asked_where_all_is_ranked_or_nothing_is_ranked_by_a_model() {
        AllProducts all = AllProducts.of(200);
        ListMaking small = making();
        BitSet few = new BitSet();
        few.set(0, Candidates.ALL);
        small.ask(all, few);

        Shelf withoutModel = new Shelf(LARGE.catalog(), LARGE.learned(), null);
        ListMaking crowd = new ListMaking(withoutModel, wanted(Budget.UNLIMITED), WORKSHOP.profile(ANNA));
        crowd.ask(all, crowd.eligible());
        assertThat(all.asked()).isEmpty();
        assertThat(crowd.neighbours()).isNull();
    }

    @Test
    void an_index_is_given_half_of_the_time_that_is_left() {
        AllProducts all = AllProducts.of(10);
        LongSupplier clock = () -> 1_000;
        ListMaking making =
                new ListMaking(LARGE, wanted(Budget.of(Duration.ofMillis(80), clock)), WORKSHOP.profile(ANNA));
        making.ask(all, making.eligible());

        assertThat(all.asked().getFirst().time()).isEqualTo(Duration.ofMillis(40));
    }
}
