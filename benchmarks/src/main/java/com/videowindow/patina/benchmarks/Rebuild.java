package com.videowindow.patina.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.videowindow.patina.api.security.Role;
import com.videowindow.patina.benchmarks.log.History;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Rebuilding a read model from a long log, as an operator would. */
@Command(
        name = "rebuild",
        description = {
            "How long it takes to rebuild a read model from the whole log into Elasticsearch.",
            "Writes a made-up history, starts a server on it, lets it catch up, and rebuilds by its API."
        },
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class Rebuild implements Callable<Integer> {
    private static final Duration CATCHING_UP = Duration.ofMinutes(30);

    @Option(names = "--people", defaultValue = "20000", description = "In the history (default: ${DEFAULT-VALUE}).")
    private int people;

    @Option(
            names = "--interactions",
            defaultValue = "1000000",
            description = "Of all of them together, in random order (default: ${DEFAULT-VALUE}).")
    private int interactions;

    @Option(
            names = "--projection",
            defaultValue = "interest-profiles",
            description = "To rebuild (default: ${DEFAULT-VALUE}).")
    private String projection = "";

    @Option(
            names = "--rounds",
            defaultValue = "3",
            description = "Rebuilds, one after the other (default: ${DEFAULT-VALUE}).")
    private int rounds;

    @Option(names = "--heap", defaultValue = "512m", description = "Of the server (default: ${DEFAULT-VALUE}).")
    private String heap = "";

    @Option(names = "--seed", defaultValue = "1", description = "Of the history (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(
            names = "--home",
            paramLabel = "DIR",
            description = "Data folder, kept and used again (default: a fresh one).")
    private @Nullable Path home;

    @Override
    public Integer call() throws Exception {
        try (Scratch scratch = Scratch.of(home)) {
            long before = System.nanoTime();
            long written = History.write(scratch.folder(), people, interactions, seed);
            System.out.printf(Locale.ROOT, "%,d events in the log after %.0f s%n", written, seconds(before));
            try (ChildServer server = new ChildServer(scratch.folder(), Map.of("PATINA_HEAP", heap))) {
                server.start("/actuator/health/readiness");
                Duration behind = Projections.awaitCaughtUp(server, CATCHING_UP);
                System.out.printf(Locale.ROOT, "live read models at the head after %d s%n", behind.toSeconds());
                return measure(server, behind);
            }
        }
    }

    private int measure(ChildServer server, Duration behind) throws Exception {
        Api engineer = server.as(Role.ENGINEER, "bench");
        double[] took = new double[rounds];
        String outcome = "";
        for (int round = 0; round < rounds; round++) {
            long before = System.nanoTime();
            JsonNode started = engineer.post(
                    "/api/v1/operations/replays", Api.JSON.createObjectNode().put("projection", projection));
            JsonNode status = started;
            while (status.path("state").asText().matches("(?i)running|swapping")) {
                Thread.sleep(200);
                status = engineer.get(
                        "/api/v1/operations/replays/" + started.path("id").asText());
            }
            took[round] = seconds(before);
            outcome = status.path("outcome").asText();
            System.out.printf(Locale.ROOT, "round %d: %.1f s, %s%n", round + 1, took[round], status);
        }
        Arrays.sort(took);
        ObjectNode figures = Api.JSON.createObjectNode();
        figures.put("benchmark", "rebuild")
                .put("projection", projection)
                .put("people", people)
                .put("interactions", interactions)
                .put("heap", heap)
                .put("liveSeconds", behind.toSeconds())
                .put("medianSeconds", took[rounds / 2])
                .put("outcome", outcome);
        System.out.println(figures.<ObjectNode>set("machine", Machine.json()));
        return 0;
    }

    private static double seconds(long since) {
        return (System.nanoTime() - since) / 1e9;
    }
}
