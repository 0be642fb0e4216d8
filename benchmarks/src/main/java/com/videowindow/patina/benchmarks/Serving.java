package com.videowindow.patina.benchmarks;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** How fast lists are answered, and how soon an interaction shows in them, with a MovieLens set loaded. */
@Command(
        name = "serving",
        description = {
            "How fast lists are answered, and how soon an interaction shows in them.",
            "With --items, --people and --factors it is a generated catalogue of any size, and the memory that it takes "
                    + "and how soon a node serves by its stored model again are told too.",
            "Loads a MovieLens set into a server of its own, asks for recommendations on a fixed schedule, beside the "
                    + "cheapest endpoint and the simpler kinds of list; then sends interactions and waits until a "
                    + "recommendation answers that has seen them. Latencies count from when each request was due."
        },
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class Serving implements Callable<Integer> {

    private static final List<String> LOADS =
            List.of("liveness", "fallback", "content", "recommendations", "freshness", "ingesting", "training");

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
            defaultValue = "60",
            description = "Seconds of every load before anything counts (default: ${DEFAULT-VALUE}). A server that "
                    + "was just started spends half a core on compiling for its first minutes.")
    private int warmup;

    @Option(
            names = "--only",
            paramLabel = "LOAD",
            split = ",",
            description = "Only these of the loads: liveness, fallback, content, recommendations, freshness, and "
                    + "with --items recommendations beside ingesting and beside training.")
    private List<String> only = List.of();

    @Option(names = "--seed", defaultValue = "1", description = "Of who asks when (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(
            names = "--home",
            paramLabel = "DIR",
            description =
                    "Keep the data here, and use what an earlier run loaded; by default a folder that is deleted.")
    private @Nullable Path home;

    @Mixin
    private Sizes sizes = new Sizes();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it in before anything runs
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException, InterruptedException {
        refuseUnknownLoads();
        ObjectNode figures = Api.JSON.createObjectNode();
        figures.put("benchmark", "serving").put("seed", seed).set("machine", Machine.json());
        try (Scratch scratch = Scratch.of(home);
                ChildServer server = new ChildServer(scratch.folder(), sizes.settings())) {
            Path set = sizes.isAsked() ? sizes.generated(scratch.folder(), seed) : set();
            Audience audience = new Preparation(server, scratch.folder(), sizes, figures).prepare(set, seed);
            measure(server, audience, figures);
            if (sizes.isAsked()) {
                WarmStart.of(server, audience, sizes.trains()).print(System.out, figures);
            }
        }
        System.out.println(figures);
        return 0;
    }

    private void measure(ChildServer server, Audience audience, ObjectNode figures)
            throws IOException, InterruptedException {
        Measured.printHeader(System.out);
        List<Load> loads = loads(server, audience);
        for (Load load : loads) {
            // Other numbers than those that count: a message counts once for ever.
            new OpenLoop(load.perSecond(), warmup)
                    .run("warm-up", (number, timing) -> load.request().send(-1 - number, timing));
        }
        for (Load load : loads) {
            try (Beside beside = load.beside().begin()) {
                figures.set(load.name(), run(server, load).json());
                beside.tell(System.out, figures);
            }
        }
    }

    /**
     * One kind of request at a rate, for some seconds.
     *
     * @param beside what the server has to do meanwhile
     */
    private record Load(String name, int perSecond, int seconds, OpenLoop.Request request, Beside.Work beside) {
        Load(String name, int perSecond, int seconds, OpenLoop.Request request) {
            this(name, perSecond, seconds, request, Beside::nothing);
        }
    }

    private List<Load> loads(ChildServer server, Audience audience) {
        int third = Math.max(5, seconds / 3);
        List<Load> loads = new ArrayList<>(List.of(
                new Load("liveness", rate, third, audience::askForLife),
                new Load("fallback", rate, third, audience::askAsStranger),
                new Load("content", rate, third, audience::askForContentList),
                new Load("recommendations", rate, seconds, audience::askForList),
                new Load("freshness", interactions, seconds, audience::interactAndSee)));
        if (sizes.isAsked()) {
            loads.add(new Load(
                    "ingesting",
                    rate,
                    seconds,
                    audience::askForList,
                    () -> Beside.ingesting(new OpenLoop(sizes.ingesting(), seconds), audience, sizes.batch())));
        }
        if (sizes.trains()) {
            loads.add(new Load(
                    "training", rate, seconds, audience::askForList, () -> Beside.training(new ModelOfNode(server))));
        }
        return loads.stream()
                .filter(load -> only.isEmpty() || only.contains(load.name()))
                .toList();
    }

    private void refuseUnknownLoads() {
        List<String> unknown =
                only.stream().filter(name -> !LOADS.contains(name)).toList();
        if (!unknown.isEmpty()) {
            String known = String.join(", ", LOADS);
            throw new ParameterException(
                    spec.commandLine(), "--only knows " + known + ", not " + String.join(", ", unknown));
        }
    }

    private static Measured run(ChildServer server, Load load) throws InterruptedException {
        Duration before = server.cpu();
        Measured measured = new OpenLoop(load.perSecond(), load.seconds()).run(load.name(), load.request());
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
