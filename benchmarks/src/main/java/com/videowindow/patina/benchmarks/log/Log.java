package com.videowindow.patina.benchmarks.log;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.videowindow.patina.benchmarks.Machine;
import com.videowindow.patina.benchmarks.Scratch;
import com.videowindow.patina.json.PatinaJson;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The event log beside Axon's engines: interleaved rounds, medians. */
@Command(
        name = "log",
        description = {
            "How fast the event log appends, replays and loads, beside every engine that Axon offers.",
            "All take turns in this process, each round in a fresh folder with the same events; medians are printed."
        },
        mixinStandardHelpOptions = true,
        sortOptions = false)
public final class Log implements Callable<Integer> {

    @Option(
            names = "--events",
            defaultValue = "50000",
            description = "To append one by one, and as many in commits of 20 (default: ${DEFAULT-VALUE}).")
    private int events;

    @Option(names = "--rounds", defaultValue = "3", description = "Turns of each (default: ${DEFAULT-VALUE}).")
    private int rounds;

    @Option(
            names = "--patience",
            defaultValue = "20",
            paramLabel = "SECONDS",
            description = "After which a part ends, with fewer events (default: ${DEFAULT-VALUE}).")
    private int patience;

    @Option(names = "--only", paramLabel = "NAME", split = ",", description = "These contenders only, by name.")
    private @Nullable List<String> only;

    @Option(names = "--bounds", description = "Ours alone, with other sizes of a block and other times to wait.")
    private boolean bounds;

    @Option(names = "--encrypted", description = "Ours alone, beside itself with a key for each person.")
    private boolean encrypted;

    @Option(
            names = "--streams-each",
            defaultValue = "1",
            description = "Streams of 50 events about one person (default: ${DEFAULT-VALUE}).")
    private int streamsEach;

    @Option(
            names = "--seed",
            defaultValue = "1",
            description = "Of which streams are loaded (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it in before anything runs
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        if (streamsEach < 1) throw new ParameterException(spec.commandLine(), "--streams-each must be at least 1");
        // The first to run would pay for the compiling of what all share.
        for (Contender contender : contenders()) turn(contender, 0, Math.max(1_000, events / 10));
        Map<Contender, Map<Figure, List<Double>>> all = new LinkedHashMap<>();
        for (int round = 1; round <= rounds; round++) {
            for (Contender contender : contenders()) {
                Map<Figure, Double> found = turn(contender, round, events);
                System.out.printf("round %d: %s%n", round, line(contender, found));
                Map<Figure, List<Double>> mine = all.computeIfAbsent(contender, first -> new EnumMap<>(Figure.class));
                found.forEach((figure, value) ->
                        mine.computeIfAbsent(figure, first -> new ArrayList<>()).add(value));
            }
        }
        table(all);
        if (encrypted) shares(all);
        System.out.println(json(all));
        return 0;
    }

    private List<Contender> contenders() {
        List<Contender> all = bounds ? Contender.bounds() : encrypted ? Contender.encrypted() : Contender.all();
        if (only == null) return all;
        List<Contender> chosen =
                all.stream().filter(each -> only.contains(each.name())).toList();
        if (chosen.size() < only.size()) {
            String known = all.stream().map(Contender::name).collect(Collectors.joining("; "));
            throw new ParameterException(spec.commandLine(), "--only takes these names: " + known);
        }
        return chosen;
    }

    private Map<Figure, Double> turn(Contender contender, int round, int events) throws Exception {
        try (Scratch scratch = Scratch.of(null)) {
            Path folder = Files.createDirectory(scratch.folder().resolve("store"));
            return new Trial(
                            contender,
                            folder,
                            events,
                            streamsEach,
                            Duration.ofSeconds(patience),
                            new Random(seed + round))
                    .run();
        }
    }

    private static Map<Figure, Double> medians(Map<Figure, List<Double>> found) {
        Map<Figure, Double> medians = new EnumMap<>(Figure.class);
        found.forEach((figure, values) ->
                medians.put(figure, values.stream().sorted().toList().get(values.size() / 2)));
        return medians;
    }

    private static void table(Map<Contender, Map<Figure, List<Double>>> all) {
        System.out.println();
        for (Figure figure : Figure.values()) System.out.printf("%-13s %s%n", figure.heading, figure.meaning);
        System.out.printf("%nOn the disk when an append returns:%n");
        all.keySet().forEach(contender -> System.out.printf("%-22s %s%n", contender.name(), contender.durability()));
        System.out.printf("%n%-22s", "medians");
        for (Figure figure : Figure.values()) System.out.printf(" %12s", figure.heading);
        System.out.println();
        all.forEach((contender, found) -> System.out.println(line(contender, medians(found))));
    }

    /** Of each figure of the first, round by round: what a noisy machine does to a round, it mostly does to both. */
    private static void shares(Map<Contender, Map<Figure, List<Double>>> all) {
        System.out.printf("%nmedian of the rounds, as a share of the first in the same round%n");
        Map<Figure, List<Double>> first = all.values().iterator().next();
        all.forEach((contender, found) -> {
            Map<Figure, List<Double>> shares = new EnumMap<>(Figure.class);
            found.forEach((figure, values) -> shares.put(
                    figure,
                    IntStream.range(0, values.size())
                            .mapToObj(round -> values.get(round)
                                    / Objects.requireNonNull(first.get(figure)).get(round))
                            .toList()));
            System.out.println(line(contender, medians(shares)));
        });
    }

    private static String line(Contender contender, Map<Figure, Double> found) {
        return found.values().stream()
                .map(value -> " %12s".formatted(text(value)))
                .collect(Collectors.joining("", "%-22s".formatted(contender.name()), ""));
    }

    private static String text(double value) {
        return value < 100 ? "%.2f".formatted(value) : "%,.0f".formatted(value);
    }

    private ObjectNode json(Map<Contender, Map<Figure, List<Double>>> all) {
        ObjectNode figures = PatinaJson.mapper().createObjectNode();
        figures.put("benchmark", "log")
                .put("events", events)
                .put("rounds", rounds)
                .put("eventsEach", streamsEach * Commits.STREAM)
                .put("seed", seed);
        all.forEach((contender, found) -> {
            ObjectNode mine = figures.putObject(contender.name()).put("durability", contender.durability());
            medians(found).forEach((figure, value) -> mine.put(figure.name(), value));
        });
        return figures.set("machine", Machine.json());
    }
}
