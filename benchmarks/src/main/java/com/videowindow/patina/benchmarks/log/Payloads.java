package com.videowindow.patina.benchmarks.log;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.luben.zstd.ZstdDictTrainer;
import com.videowindow.patina.benchmarks.Machine;
import com.videowindow.patina.eventlog.EventLog;
import com.videowindow.patina.json.PatinaJson;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** How payloads are stored, beside the other ways; also how the dictionary was made. */
@Command(
        name = "payloads",
        description = {
            "Size and cost of one event's payload: plain, deflated, and by Zstandard with and without dictionaries.",
            "A replay unpacks each and parses its JSON: events a second, in one thread, and nothing else of a replay.",
            "Made-up events with another seed than the dictionary's; interleaved rounds, medians."
        },
        mixinStandardHelpOptions = true,
        sortOptions = false)
public final class Payloads implements Callable<Integer> {
    private static final int TRAINING = 20_000;
    private static final int TRAINED_BYTES = 4 << 10;
    private static final long TRAINING_SEED = 1;

    @Option(
            names = "--examples",
            defaultValue = "eventlog/src/test/resources/events",
            paramLabel = "DIR",
            description = "Folder of one example of each event (default: ${DEFAULT-VALUE}).")
    private Path examples = Path.of(".");

    @Option(names = "--events", defaultValue = "20000", description = "To measure with (default: ${DEFAULT-VALUE}).")
    private int events;

    @Option(names = "--rounds", defaultValue = "5", description = "Turns of each (default: ${DEFAULT-VALUE}).")
    private int rounds;

    @Option(names = "--seed", defaultValue = "2", description = "Of the events (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(names = "--train", paramLabel = "FILE", description = "Writes a dictionary from scratch instead.")
    private @Nullable Path train;

    @Override
    public Integer call() throws IOException {
        if (train != null) {
            Files.write(train, trained(PatinaJson.mapper()));
            return 0;
        }
        List<byte[]> payloads = sample(events, seed);
        List<Packing> ways = Packing.all(inUse(), allExamples(), this::trained);
        ObjectNode figures = PatinaJson.mapper().createObjectNode();
        figures.put("benchmark", "payloads")
                .put("events", events)
                .put("rounds", rounds)
                .put("seed", seed);
        Turn[][] turns = new Turn[ways.size()][rounds];
        for (int round = 0; round < rounds; round++) {
            for (int way = 0; way < ways.size(); way++) {
                turns[way][round] = turn(ways.get(way), payloads);
            }
        }
        System.out.printf(
                "%-28s %14s %14s %14s %14s%n", "medians", "bytes/event", "µs to pack", "µs to unpack", "replayed/s");
        for (int way = 0; way < ways.size(); way++) {
            Packing each = ways.get(way);
            double bytes = formed(each, payloads).stream()
                    .mapToInt(payload -> each.pack(payload).length)
                    .average()
                    .orElseThrow();
            double to = median(turns[way], Turn::packing);
            double from = median(turns[way], Turn::unpacking);
            double replayed = 1e6 / median(turns[way], Turn::replaying);
            System.out.printf("%-28s %14.0f %14.2f %14.2f %14.0f%n", each.name(), bytes, to, from, replayed);
            figures.putObject(each.name())
                    .put("bytes", bytes)
                    .put("packMicros", to)
                    .put("unpackMicros", from)
                    .put("replayedPerSecond", replayed);
        }
        System.out.println(figures.<ObjectNode>set("machine", Machine.json()));
        return 0;
    }

    /** Microseconds for each event. */
    private record Turn(double packing, double unpacking, double replaying) {}

    private static Turn turn(Packing way, List<byte[]> json) throws IOException {
        List<byte[]> payloads = formed(way, json);
        List<byte[]> packed = new ArrayList<>(payloads.size());
        long start = System.nanoTime();
        for (byte[] payload : payloads) packed.add(way.pack(payload));
        long afterPacking = System.nanoTime();
        long bytes = 0;
        for (byte[] each : packed) bytes += way.unpack(each).length;
        long afterUnpacking = System.nanoTime();
        for (byte[] each : packed) {
            if (!way.form().readTree(way.unpack(each)).isObject()) throw new IllegalStateException(way.name());
        }
        long end = System.nanoTime();
        if (bytes != payloads.stream().mapToLong(each -> each.length).sum()) {
            throw new IllegalStateException(way.name() + " does not give back what it was given");
        }
        double toMicros = 1e3 * payloads.size();
        return new Turn(
                (afterPacking - start) / toMicros,
                (afterUnpacking - afterPacking) / toMicros,
                (end - afterUnpacking) / toMicros);
    }

    private static double median(Turn[] turns, ToDoubleFunction<Turn> figure) {
        double[] sorted = Arrays.stream(turns).mapToDouble(figure).sorted().toArray();
        return sorted[sorted.length / 2];
    }

    private static List<byte[]> formed(Packing way, List<byte[]> json) throws IOException {
        List<byte[]> formed = new ArrayList<>(json.size());
        for (byte[] each : json) formed.add(way.formed(each));
        return formed;
    }

    private byte[] trained(ObjectMapper form) {
        try {
            List<byte[]> training = new ArrayList<>(TRAINING);
            for (byte[] each : sample(TRAINING, TRAINING_SEED)) training.add(Packing.formed(each, form));
            int bytes = training.stream().mapToInt(each -> each.length).sum();
            ZstdDictTrainer trainer = new ZstdDictTrainer(bytes, TRAINED_BYTES, Packing.LEVEL);
            training.forEach(trainer::addSample);
            return trainer.trainSamples();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<byte[]> sample(int number, long from) throws IOException {
        Samples samples = new Samples(examples, from);
        List<byte[]> made = new ArrayList<>(number);
        for (int i = 0; i < number; i++) made.add(samples.next());
        return made;
    }

    private byte[] allExamples() throws IOException {
        StringBuilder all = new StringBuilder();
        try (var files = Files.list(examples)) {
            for (Path file : files.sorted().toList()) {
                all.append(PatinaJson.mapper()
                        .writeValueAsString(PatinaJson.mapper().readTree(file.toFile())));
            }
        }
        return all.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] inUse() throws IOException {
        try (InputStream in = EventLog.class.getResourceAsStream("payloads.1.dictionary")) {
            return Objects.requireNonNull(in, "the dictionary is missing").readAllBytes();
        }
    }
}
