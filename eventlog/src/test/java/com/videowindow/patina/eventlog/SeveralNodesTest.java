package com.videowindow.patina.eventlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.videowindow.patina.embedded.EmbeddedMongo;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two processes write to one log, to the same streams and the same facts too, each over a bad wire, while one of them is
 * killed again and again; what they were told, and what they read, must agree with the log.
 */
class SeveralNodesTest {
    private static final long SEED = 20_261_124;
    private static final int WRITERS = 8;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /** Whoever said these was told something that can only be untrue. */
    private static final String[] NEVER = {"BrokenChain", "ConcurrencyException", "AggregateStreamCreationException"};

    private final List<Said> said = new ArrayList<>();

    @Test
    void one_of_two_is_killed_and_nobody_was_told_anything_untrue(@TempDir Path folder) throws Exception {
        run(folder, 1, 500);
    }

    @Test
    @Tag("long")
    @Timeout(value = 20, unit = TimeUnit.MINUTES)
    void one_of_two_is_killed_ten_times_and_nobody_was_told_anything_untrue(@TempDir Path folder) throws Exception {
        List<BadWire> wires = run(folder, 10, 3_000);

        assertThat(BadWire.Fate.values()).allMatch(fate -> wires.stream().anyMatch(wire -> wire.met(fate) > 0));
        System.out.printf("two nodes: %s%n", summary(wires));
    }

    private List<BadWire> run(Path folder, int rounds, int acknowledgements) throws IOException {
        try (EmbeddedMongo mongo = EmbeddedMongo.start(folder);
                BadWire oneWire = new BadWire(mongo.uri(), SEED);
                BadWire otherWire = new BadWire(mongo.uri(), SEED + 1);
                WriterProcess one = WriterProcess.at(oneWire.uri(), "one", List.of(), WRITERS)) {
            for (int round = 0; round < rounds; round++) {
                String name = "other" + round;
                try (WriterProcess other = WriterProcess.at(otherWire.uri(), name, List.of(), WRITERS)) {
                    awaitMore(other, acknowledgements);
                    kill(other);
                }
                awaitMore(one, acknowledgements);
            }
            var last = said.getLast().furthest("told");
            await().atMost(PATIENCE).until(() -> one.said().furthest("saw").compareTo(last) >= 0);
            kill(one);
            WriterProcess.assertAllThere(mongo.uri(), said);
            assertThat(said.stream().mapToLong(each -> each.count("taken")).sum())
                    .isPositive();
            return List.of(oneWire, otherWire);
        }
    }

    private static void awaitMore(WriterProcess writer, int acknowledgements) {
        int before = writer.acknowledgements();
        await().pollInterval(Duration.ofMillis(5))
                .atMost(PATIENCE)
                .until(() -> writer.acknowledgements() >= before + acknowledgements);
    }

    private void kill(WriterProcess writer) throws IOException {
        Said all = writer.killed();
        for (String kind : List.of("stored", "told", "fresh", "saw")) {
            assertThat(all.count(kind)).as(kind).isPositive();
        }
        assertThat(writer.refusals()).doesNotContain(NEVER);
        said.add(all);
    }

    private String summary(List<BadWire> wires) {
        StringBuilder summary = new StringBuilder();
        for (String kind : List.of("stored", "told", "taken", "saw")) {
            summary.append(kind)
                    .append(' ')
                    .append(said.stream().mapToLong(each -> each.count(kind)).sum())
                    .append(", ");
        }
        Arrays.stream(BadWire.Fate.values()).forEach(fate -> summary.append(fate)
                .append(' ')
                .append(wires.stream().mapToInt(wire -> wire.met(fate)).sum())
                .append(' '));
        return summary.toString();
    }
}
