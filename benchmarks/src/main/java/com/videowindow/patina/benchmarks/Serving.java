package com.videowindow.patina.benchmarks;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** How fast lists are answered, and how soon an interaction shows in them, with a MovieLens set loaded. */
@Command(
        name = "serving",
        description = {
            "How fast lists are answered, and how soon an interaction shows in them.",
            "Loads a MovieLens set into a server of its own, asks for recommendations on a fixed schedule, beside the "
                    + "cheapest endpoint and the simpler kinds of list; then sends interactions and waits until a "
                    + "recommendation answers that has seen them. Latencies count from when each request was due."
        },
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class Serving implements Callable<Integer> {

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "A folder in the MovieLens layout; by default $PATINA_DATA_DIR/movielens/ml-latest-small.")
    private @Nullable Path data;

    @Option(
            names = "--rate",
            defaultValue = "100",
            description = "Recommendations asked per second (default: ${DEFAULT-VALUE}).")
    private int rate;

    @Option(
            names = "--interactions",
            defaultValue = "200",
            description = "Interactions sent per second (default: ${DEFAULT-VALUE}).")
    private int interactions;

    @Option(
            names = "--seconds",
            defaultValue = "60",
            description = "How long the two main loads last; the others last a third (default: ${DEFAULT-VALUE}).")
    private int seconds;

    @Option(
            names = "--warmup",
            defaultValue = "20",
            description = "Seconds of load before anything counts (default: ${DEFAULT-VALUE}).")
    private int warmup;

    @Option(names = "--seed", defaultValue = "1", description = "Of who asks when (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(
            names = "--home",
            paramLabel = "DIR",
            description =
                    "Keep the data here, and use what an earlier run loaded; by default a folder that is deleted.")
    private @Nullable Path home;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it in before anything runs
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Path set = set();
        ObjectNode figures = Api.JSON.createObjectNode();
        figures.put("benchmark", "serving").put("seed", seed).set("machine", Machine.json());
        try (Scratch scratch = Scratch.of(home);
                ChildServer server = new ChildServer(scratch.folder(), Map.of())) {
            Duration start = server.start("/actuator/health");
            figures.put("startSeconds", start.toMillis() / 1e3);
            long began = System.nanoTime();
            server.run(List.of("import", "movielens", set.toString()));
            figures.put("importSeconds", (System.nanoTime() - began) / 1e9);
            Projections.awaitCaughtUp(server, Duration.ofMinutes(5));
            Audience audience = Audience.of(server, set, seed);
            Measured.printHeader(System.out);
            new OpenLoop(rate, warmup).run("warm-up", audience::askForList);
            for (Measured measured : loads(server, audience)) {
                figures.set(measured.name(), measured.json());
            }
        }
        System.out.println(figures);
        return 0;
    }

    private List<Measured> loads(ChildServer server, Audience audience) throws InterruptedException {
        int third = Math.max(5, seconds / 3);
        return List.of(
                run(server, new OpenLoop(rate, third), "liveness", audience::askForLife),
                run(server, new OpenLoop(rate, third), "fallback", audience::askAsStranger),
                run(server, new OpenLoop(rate, third), "content", audience::askForContentList),
                run(server, new OpenLoop(rate, seconds), "recommendations", audience::askForList),
                run(server, new OpenLoop(interactions, seconds), "freshness", audience::interactAndSee));
    }

    private static Measured run(ChildServer server, OpenLoop loop, String name, OpenLoop.Request request)
            throws InterruptedException {
        Duration before = server.cpu();
        Measured measured = loop.run(name, request);
        measured.serverCpu().set(server.cpu().minus(before));
        measured.print(System.out);
        return measured;
    }

    private Path set() {
        String shared = System.getenv("PATINA_DATA_DIR");
        Path chosen = data != null ? data : shared == null ? null : Path.of(shared, "movielens", "ml-latest-small");
        if (chosen == null || !Files.isReadable(chosen.resolve("ratings.csv"))) {
            throw new ParameterException(
                    spec.commandLine(),
                    "Name a MovieLens folder by --data DIR, or the folder above by PATINA_DATA_DIR"
                            + (chosen == null ? "" : "; there is no ratings.csv in " + chosen));
        }
        return chosen.toAbsolutePath();
    }
}
