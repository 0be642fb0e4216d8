package com.videowindow.patina.eventlog;

import static org.assertj.core.api.Assertions.assertThat;

import com.videowindow.patina.eventlog.SimulatedWorld.Run;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * The log under every kind of bad luck, by seeds that can be replayed: {@code -Dtest=SimulatedLogTest
 * -Dpatina.simulation.seed=<seed> -Dpatina.simulation.story=true} runs one again and tells its story.
 */
class SimulatedLogTest {
    private static final int IN_THE_GATE = 500;
    private static final int AT_LENGTH = 20_000;

    @Test
    void no_bad_luck_loses_doubles_splits_or_reorders_anything() {
        Long chosen = Long.getLong("patina.simulation.seed");
        if (chosen != null) {
            check(chosen);
        } else {
            checkAll(0, Integer.getInteger("patina.simulation.seeds", IN_THE_GATE));
        }
    }

    @Test
    @Tag("long")
    @Timeout(value = 60, unit = TimeUnit.MINUTES)
    void nor_does_any_of_very_much_bad_luck() {
        long first = Long.getLong("patina.simulation.first", 1_000_000);
        checkAll(first, Integer.getInteger("patina.simulation.seeds", AT_LENGTH));
    }

    @Test
    void the_same_seed_is_the_same_run() {
        LongStream.range(0, 40).forEach(seed -> {
            Run once = new SimulatedWorld(seed).run();
            Run again = new SimulatedWorld(seed).run();
            assertThat(again).as("seed " + seed).isEqualTo(once);
        });
    }

    private static void checkAll(long first, int count) {
        List<Run> runs = LongStream.range(first, first + count)
                .mapToObj(SimulatedLogTest::check)
                .toList();
        int acknowledged = runs.stream().mapToInt(Run::acknowledged).sum();
        int crashes = runs.stream().mapToInt(Run::crashes).sum();
        System.out.printf("%d seeds from %d: %d acknowledged, %d crashes%n", count, first, acknowledged, crashes);
        assertThat(acknowledged).isGreaterThan(10 * count);
        assertThat(crashes).isPositive();
    }

    private static Run check(long seed) {
        Run run = new SimulatedWorld(seed).run();
        run.story().forEach(System.out::println);
        assertThat(run.violations())
                .as("seed %d; replay it with -Dpatina.simulation.seed=%d -Dpatina.simulation.story=true", seed, seed)
                .isEmpty();
        return run;
    }
}
