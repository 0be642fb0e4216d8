package com.videowindow.patina.benchmarks.log;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.videowindow.patina.benchmarks.Machine;
import com.videowindow.patina.benchmarks.OpenLoop;
import com.videowindow.patina.benchmarks.Scratch;
import com.videowindow.patina.json.PatinaJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.HdrHistogram.Histogram;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** From how many events on a snapshot pays. */
@Command(
        name = "snapshots",
        description = {
            "How long a stream takes to load from all its events, and from a snapshot of its last one.",
            "Each event lies in a block of its own; nothing of the stream is in memory, as for a process just started."
        },
        mixinStandardHelpOptions = true,
        sortOptions = false)
public final class Snapshots implements Callable<Integer> {
    private static final int[] LENGTHS = {8, 16, 32, 63, 100, 128, 256, 512, 1_024};
    private static final int STREAMS = 8;

    @Option(names = "--loads", defaultValue = "200", description = "Of each length (default: ${DEFAULT-VALUE}).")
    private int loads;

    @Override
    public Integer call() throws Exception {
        ObjectNode figures = PatinaJson.mapper().createObjectNode().put("benchmark", "snapshots");
        ArrayNode rows = figures.putArray("medians");
        System.out.printf("%8s %18s %18s%n", "events", "ms from events", "ms from snapshot");
        for (int length : LENGTHS) {
            try (Scratch scratch = Scratch.of(null);
                    PatinaStore store = PatinaStore.forgetful(scratch.folder())) {
                List<String> streams = written(store.engine(), length);
                double[] found = measured(store.engine(), streams, length);
                System.out.printf(Locale.ROOT, "%8d %18.2f %18.2f%n", length, found[0], found[1]);
                rows.addObject()
                        .put("events", length)
                        .put("fromEvents", found[0])
                        .put("fromSnapshot", found[1]);
            }
        }
        System.out.println(figures.<ObjectNode>set("machine", Machine.json()));
        return 0;
    }

    private static List<String> written(EventStorageEngine engine, int length) {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < STREAMS; i++) names.add("stream-" + i);
        for (int sequence = 0; sequence < length; sequence++) {
            for (String name : names) engine.appendEvents(List.of(event(name, sequence)));
        }
        names.forEach(name -> engine.storeSnapshot(event(name, length - 1)));
        return names;
    }

    private static DomainEventMessage<?> event(String stream, long sequence) {
        return new GenericDomainEventMessage<>(
                "interests", stream, sequence, Commits.event(Commits.person(), sequence));
    }

    private double[] measured(EventStorageEngine engine, List<String> streams, int length) {
        Histogram events = OpenLoop.fresh();
        Histogram snapshot = OpenLoop.fresh();
        for (int i = 0; i < 2 * loads; i++) {
            boolean counts = i >= loads; // the first half warms up
            String stream = streams.get(i % STREAMS);
            long before = System.nanoTime();
            long all = engine.readEvents(stream, 0)
                    .asStream()
                    .map(DomainEventMessage::getPayload)
                    .count();
            long middle = System.nanoTime();
            long rest = engine.readSnapshot(stream)
                    .map(last -> engine.readEvents(stream, last.getSequenceNumber() + 1)
                            .asStream()
                            .count())
                    .orElse(-1L);
            long after = System.nanoTime();
            if (all != length || rest != 0) throw new IllegalStateException(all + " and " + rest + " of " + length);
            if (!counts) continue;
            events.recordValue((middle - before) / 1_000);
            snapshot.recordValue((after - middle) / 1_000);
        }
        return new double[] {events.getValueAtPercentile(50) / 1e3, snapshot.getValueAtPercentile(50) / 1e3};
    }
}
