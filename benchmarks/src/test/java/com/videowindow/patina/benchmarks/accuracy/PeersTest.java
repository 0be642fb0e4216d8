package com.videowindow.patina.benchmarks.accuracy;

import static org.assertj.core.api.Assertions.assertThat;

import com.videowindow.patina.benchmarks.accuracy.Chosen.Lately;
import com.videowindow.patina.benchmarks.accuracy.LibRec.Settings;
import com.videowindow.patina.benchmarks.accuracy.LibRec.Similarity;
import com.videowindow.patina.benchmarks.accuracy.Lines.Line;
import com.videowindow.patina.learning.evaluation.Ranking;
import com.videowindow.patina.learning.recommender.CollaborativeModel;
import com.videowindow.patina.learning.recommender.Ease;
import com.videowindow.patina.learning.recommender.ImplicitAls;
import com.videowindow.patina.learning.recommender.SessionNeighbours;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every recommender in the comparison, on people whose tastes nobody can mistake. */
class PeersTest {
    private static final int PEOPLE = 24;
    private static final int ITEMS = 12;
    private static final ImplicitAls.Settings FACTORS = new ImplicitAls.Settings(2, 0.5, 0.1, 0.5, 0.5, 10, 1);

    private static final Ease.Settings EASE = new Ease.Settings(5, 0, ITEMS);

    private static final Chosen TINY = new Chosen(
            1,
            new SessionNeighbours.Settings(PEOPLE, ITEMS, 0),
            EASE,
            EASE,
            new Lately(EASE, 1, 0.5),
            FACTORS,
            new CollaborativeModel.Settings(EASE, List.of(FACTORS)),
            new Settings(false, Similarity.BINARY_COSINE, LibRecSpaces.DOCUMENTED_ITEM_KNN.properties()),
            LibRecSpaces.DOCUMENTED_BPR,
            LibRecSpaces.DOCUMENTED_WRMF.and("factor.number", 2),
            LibRecSpaces.DOCUMENTED_SLIM);

    /** Half of the people meet the first half of the items, but for one or two each, the other half the others. */
    private static Known twoTastes() {
        List<Line> lines = new ArrayList<>();
        for (int person = 0; person < PEOPLE; person++) {
            for (int i = 0; i < ITEMS / 2; i++) {
                int item = person % 2 * (ITEMS / 2) + i;
                if (i != person / 2 % (ITEMS / 2) && (i != 0 || person % 3 != 0)) {
                    lines.add(new Line("p%02d".formatted(person), "i%02d".formatted(item), 3 + (person + i) % 3, i));
                }
            }
        }
        return Known.of(Ratings.of(lines));
    }

    static Stream<Family<?>> families() {
        return Stream.of(
                        Contenders.all().stream()
                                .filter(family -> !family.name().startsWith("popular")),
                        Stream.<Family<?>>of(Taste.itemBased()),
                        LibRec.all().stream())
                .flatMap(some -> some);
    }

    private static List<int[]> firsts(Family<?> family, Known known) {
        Contender.Scores scores = family.with(TINY).training().apply(known);
        List<int[]> firsts = new ArrayList<>();
        for (int person = 0; person < PEOPLE; person++) {
            firsts.add(Ranking.best(scores.of(person), known.liked().itemsOf(person), 1));
        }
        return firsts;
    }

    @ParameterizedTest
    @MethodSource("families")
    void foretells_what_people_of_the_same_taste_met(Family<?> family) {
        List<int[]> firsts = firsts(family, twoTastes());

        for (int person = 0; person < PEOPLE; person++) {
            assertThat(firsts.get(person)).as(family.name()).hasSize(1);
            assertThat(firsts.get(person)[0] / (ITEMS / 2))
                    .as("%s for person %d", family.name(), person)
                    .isEqualTo(person % 2);
        }
    }

    @ParameterizedTest
    @MethodSource("families")
    void says_the_same_again(Family<?> family) {
        assertThat(firsts(family, twoTastes())).usingRecursiveComparison().isEqualTo(firsts(family, twoTastes()));
    }
}
