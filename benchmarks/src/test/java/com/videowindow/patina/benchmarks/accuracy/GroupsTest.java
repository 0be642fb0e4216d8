package com.videowindow.patina.benchmarks.accuracy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.videowindow.patina.benchmarks.accuracy.Trial.Answer;
import com.videowindow.patina.learning.evaluation.ListQuality;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GroupsTest {
    @TempDir
    private Path folder = Path.of("");

    private static Answer answer(int user, int known, double ndcg) {
        return new Answer(user, known, new ListQuality(ndcg, 0, 0, 0, 0, 0), 0, 0);
    }

    /** The same three users on two splits. */
    private static final Outcome OUTCOME = new Outcome(
            "any",
            true,
            "-",
            List.of(
                    new Trial(List.of(answer(0, 19, 0.2), answer(1, 20, 0.4), answer(2, 100, 1)), 0, 0, 0),
                    new Trial(List.of(answer(0, 19, 0.6), answer(1, 20, 0), answer(2, 100, 1)), 0, 0, 0)));

    @Test
    void users_are_new_light_or_heavy_by_what_they_had_met_and_count_once() {
        List<Group> groups = Groups.byHistory().of(OUTCOME);

        assertThat(groups).map(Group::users).containsExactly(1, 1, 1);
        assertThat(groups)
                .map(group -> group.ndcg() == null ? -1 : group.ndcg().mean())
                .usingElementComparator((one, other) -> Math.abs(one - other) < 1e-12 ? 0 : 1)
                .containsExactly(0.4, 0.2, 1.0);
    }

    @Test
    void users_are_told_apart_by_what_is_told_of_them() throws IOException {
        Path users = Files.writeString(folder.resolve("u.user"), "7|24|M|writer|1\n8|53|F|other|2\n9|17|F|writer|3\n");

        assertThat(Traits.GENDER.read(users)).isEqualTo(Map.of("7", "M", "8", "F", "9", "F"));
        assertThat(Traits.AGE.read(users)).isEqualTo(Map.of("7", "18-24", "8", "50-55", "9", "17 and under"));
        List<Group> groups = Groups.by("occupation", List.of("7", "8", "9"), Traits.OCCUPATION.read(users))
                .of(OUTCOME);
        assertThat(groups).map(Group::name).containsExactly("other", "writer");
        assertThat(groups).map(Group::users).containsExactly(1, 2);
    }

    @Test
    void nobody_in_a_group_is_no_figure() {
        assertThat(OUTCOME.group("nobody", answer -> false)).isEqualTo(new Group("nobody", 0, null));
    }

    @Test
    void two_recommenders_are_compared_user_by_user() {
        Outcome other = new Outcome(
                "other",
                false,
                "-",
                List.of(new Trial(List.of(answer(0, 19, 0.1), answer(1, 20, 0.3), answer(2, 100, 0)), 0, 0, 0)));

        double[] differences = Outcome.differences(OUTCOME, other);

        assertThat(differences).containsExactly(new double[] {0.3, -0.1, 1}, within(1e-12));
    }
}
