package com.videowindow.patina.benchmarks.accuracy;

import static org.assertj.core.api.Assertions.assertThat;

import com.videowindow.patina.benchmarks.accuracy.Lines.Line;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class TuningTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final Tuning tuning = new Tuning(Cut.LAST, 10, 1, new PrintStream(out, true, StandardCharsets.UTF_8));

    /** Scores one item alone. */
    private static final Family<Integer> ALWAYS_THE_SAME =
            new Family<>("same", true, chosen -> 0, List.of(0, 1, 2, 3), (known, item) -> user -> {
                double[] scores = new double[known.liked().items()];
                scores[item] = 1;
                return scores;
            });

    /** Everybody met b and, last of what may be learned from, c; a is asked of them afterwards. */
    private static Split cThenA() {
        List<Line> lines = new ArrayList<>();
        for (String person : List.of("anna", "bert", "cleo")) {
            lines.add(new Line(person, "b", 1, 1));
            lines.add(new Line(person, "d", 1, 1));
            lines.add(new Line(person, "c", 1, 2));
            lines.add(new Line(person, "a", 1, 3));
        }
        return Split.leaveLastOut(Ratings.of(lines));
    }

    @Test
    void what_is_best_on_the_validation_part_is_chosen_and_what_is_asked_is_not_looked_at() {
        Split split = cThenA();
        assertThat(split.test().getFirst()).as("item a").isEqualTo(BitSet.valueOf(new long[] {1}));

        assertThat(tuning.best(ALWAYS_THE_SAME, List.of(split)).settings())
                .as("item c")
                .isEqualTo("2");
    }

    @Test
    void space_budget_and_choice_are_printed() {
        tuning.best(ALWAYS_THE_SAME, List.of(cThenA()));

        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("0.0000  same 0", "1.0000  same 2")
                .contains("chosen for same of 4 settings, 4 tried: 2 (ndcg@1 1.0000 on validation)");
    }

    @Test
    void a_budget_below_the_space_draws_the_same_settings_again() {
        assertThat(ALWAYS_THE_SAME.drawn(2, 1)).map(Contender::settings).hasSize(2);
        assertThat(ALWAYS_THE_SAME.drawn(2, 1))
                .map(Contender::settings)
                .isEqualTo(ALWAYS_THE_SAME.drawn(2, 1).stream()
                        .map(Contender::settings)
                        .toList());
    }
}
