package com.videowindow.patina.benchmarks.accuracy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.videowindow.patina.benchmarks.Machine;
import com.videowindow.patina.json.PatinaJson;
import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What comes closest to what people like. */
@Command(
        name = "accuracy",
        description = {
            "Learns from a part of a data set and asks of every user who is left something which items they take next,",
            "out of all that they have not met: no metric is sampled."
        },
        mixinStandardHelpOptions = true,
        sortOptions = false)
public final class Accuracy implements Callable<Integer> {

    @Mixin
    @SuppressWarnings("NullAway.Init") // picocli fills it in before anything runs
    private Source source;

    @Option(names = "--k", defaultValue = "10", description = "Places of a list (default: ${DEFAULT-VALUE}).")
    private int k;

    @Option(names = "--only", paramLabel = "NAME", split = ",", description = "These recommenders only, by name.")
    private @Nullable List<String> only;

    @Option(names = "--ours", description = "Without the recommenders of others.")
    private boolean ours;

    @Option(names = "--together", description = "All learn at once: sooner done, but what time each takes says little.")
    private boolean together;

    @Option(
            names = "--tune",
            description = "Chooses each one's settings on a part of what is learned from, and prints what it tried.")
    private boolean tune;

    @Option(
            names = "--budget",
            defaultValue = "12",
            description = "Settings that --tune tries of each (default: ${DEFAULT-VALUE}).")
    private int budget;

    @Option(names = "--by", description = "Accuracy by age, gender or occupation too (of ml-100k's users).")
    private @Nullable Traits by;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        if (k < 1 || k > LibRec.MOST || budget < 1) {
            throw new ParameterException(spec.commandLine(), "--k takes 1 to " + LibRec.MOST + ", --budget 1 or more");
        }
        Task task = source.read();
        List<Groups> groups = new ArrayList<>(List.of(Groups.byHistory()));
        if (by != null) {
            groups.add(
                    Groups.by(by.name().toLowerCase(Locale.ROOT), task.ratings().users(), source.traits(by)));
        }
        System.out.println(task.told());
        ObjectNode figures = PatinaJson.mapper().createObjectNode().put("benchmark", "accuracy");
        ObjectNode notes = figures.put("task", task.told()).put("k", k).putObject("notMeasured");
        Report report = new Report(k, outcomes(task, notes));
        report.print(System.out);
        groups.forEach(some -> report.print(some, System.out));
        figures.set("recommenders", report.json(groups));
        System.out.println(figures.<ObjectNode>set("machine", Machine.json()));
        return 0;
    }

    private List<Family<?>> families() {
        List<Family<?>> all = Stream.of(
                        Contenders.all().stream(),
                        ours ? Stream.<Family<?>>empty() : Stream.<Family<?>>of(Taste.itemBased()),
                        ours ? Stream.<Family<?>>empty() : LibRec.all().stream())
                .<Family<?>>flatMap(some -> some)
                .toList();
        List<Family<?>> some = only == null
                ? all
                : all.stream().filter(family -> only.contains(family.name())).toList();
        if (some.isEmpty() || (only != null && some.size() < only.size())) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--only knows " + all.stream().map(Family::name).toList());
        }
        return some;
    }

    /** In the order of the families, whichever is ready first. LibRec's share one state of chance, so they stay in line. */
    private List<Outcome> outcomes(Task task, ObjectNode notes) {
        Map<String, List<Family<?>>> lanes = families().stream()
                .collect(Collectors.groupingBy(
                        family -> !together ? "all" : LibRec.isOne(family) ? "LibRec" : family.name()));
        Map<String, Outcome> outcomes = new ConcurrentHashMap<>();
        List<CompletableFuture<Void>> running = lanes.values().stream()
                .map(lane -> CompletableFuture.runAsync(
                        () -> lane.forEach(family -> measure(family, task, outcomes, notes)),
                        work -> Thread.ofPlatform().start(work)))
                .toList();
        running.forEach(CompletableFuture::join);
        return families().stream()
                .map(family -> outcomes.get(family.name()))
                .filter(Objects::nonNull)
                .toList();
    }

    /** A recommender of others that fails is told, and the rest is measured. */
    private void measure(Family<?> family, Task task, Map<String, Outcome> outcomes, ObjectNode notes) {
        try {
            outcomes.put(family.name(), outcome(family, task));
        } catch (IllegalStateException failure) {
            synchronized (notes) {
                notes.put(family.name(), failure.toString());
            }
            System.out.println(family.name() + " not measured: " + failure);
        }
    }

    private Outcome outcome(Family<?> family, Task task) {
        List<BitSet> attributes = Genres.byItem(task.ratings());
        List<Trial> trials = new ArrayList<>();
        Contender contender = tune
                ? new Tuning(task.cut(), budget, k, System.out).best(family, task.splits())
                : family.with(Chosen.of(task.cut()));
        for (Split split : task.splits()) {
            trials.add(Trial.of(contender, split, attributes, k));
            System.err.printf(
                    Locale.ROOT,
                    "%s: ndcg@%d %.4f%n",
                    family.name(),
                    k,
                    trials.getLast().mean().ndcg());
        }
        return new Outcome(family.name(), family.ours(), contender.settings(), trials);
    }
}
