package com.videowindow.patina.benchmarks.log;

import com.videowindow.patina.benchmarks.Measured;
import com.videowindow.patina.benchmarks.OpenLoop;
import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.interaction.InteractionRecorded;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.HdrHistogram.Histogram;
import org.axonframework.eventhandling.TrackedEventMessage;

/**
 * One contender's round in a fresh folder: append, close, open, read. What it keeps in memory is gone before it reads. Each
 * part ends when its events are through or its time is up; a slow store is then measured on fewer events, which favours it.
 *
 * @param events to append one by one; as many again in commits of {@link #LARGE}
 * @param streamsEach about one person
 */
record Trial(Contender contender, Path folder, int events, int streamsEach, Duration patience, Random random) {
    private static final int WRITERS = 64;
    private static final int LARGE = 20;
    private static final int LOADS = 300;
    private static final int OFFERED_PER_SECOND = 500;
    private static final int OFFERED_SECONDS = 6;
    private static final int SETTLING_MILLIS = 3_000;

    Map<Figure, Double> run() throws Exception {
        Map<Figure, Double> found = new EnumMap<>(Figure.class);
        Queue<String> scattered = Commits.streams();
        Queue<String> together = Commits.streams();
        Contender.Store store = contender.opening().open(folder);
        try {
            long stored = append(store, scattered, together, found);
            store = reopened(store);
            settle();
            store = reopened(store, found);
            found.put(Figure.BYTES, size() / (double) stored);
            found.put(Figure.REPLAY, replay(store));
            store = reopened(store);
            found.put(Figure.LOAD_TOGETHER, load(store, List.copyOf(together)));
            found.put(Figure.LOAD_SCATTERED, load(store, List.copyOf(scattered)));
        } finally {
            store.close();
        }
        return found;
    }

    private Contender.Store reopened(Contender.Store store) throws Exception {
        return reopened(store, new EnumMap<>(Figure.class));
    }

    private Contender.Store reopened(Contender.Store store, Map<Figure, Double> found) throws Exception {
        if (contender.inMemory()) {
            found.put(Figure.OPEN, Double.NaN);
            return store;
        }
        store.close();
        long before = System.nanoTime();
        Contender.Store opened = contender.opening().open(folder);
        found.put(Figure.OPEN, (System.nanoTime() - before) / 1e6);
        return opened;
    }

    private long append(
            Contender.Store store, Queue<String> scattered, Queue<String> together, Map<Figure, Double> found)
            throws Exception {
        long before = System.nanoTime();
        long single = append(store, 1, scattered);
        found.put(Figure.APPEND_SINGLE, rate(single, before));
        before = System.nanoTime();
        long large = append(store, LARGE, together);
        found.put(Figure.APPEND_LARGE, rate(large, before));
        Histogram waits = offer(store);
        found.put(Figure.LATENCY_P50, waits.getValueAtPercentile(50) / 1e3);
        found.put(Figure.LATENCY_P99, waits.getValueAtPercentile(99) / 1e3);
        return single + large + waits.getTotalCount();
    }

    private long append(Contender.Store store, int size, Queue<String> finished) throws Exception {
        AtomicLong appended = new AtomicLong();
        long until = System.nanoTime() + patience.toNanos();
        try (ExecutorService writers = Executors.newFixedThreadPool(WRITERS)) {
            List<Future<?>> all = new ArrayList<>();
            for (int writer = 0; writer < WRITERS; writer++) {
                Commits commits = new Commits(size, finished, streamsEach);
                all.add(writers.submit(() -> {
                    while (appended.get() < events && System.nanoTime() < until) {
                        var commit = commits.next();
                        store.append(commit);
                        appended.addAndGet(commit.size());
                    }
                }));
            }
            for (Future<?> each : all) each.get();
        }
        return appended.get();
    }

    private static Histogram offer(Contender.Store store) throws InterruptedException {
        List<SubjectId> people = Stream.generate(Commits::person)
                .limit(OFFERED_PER_SECOND * OFFERED_SECONDS / Commits.STREAM)
                .toList();
        Measured measured = new OpenLoop(OFFERED_PER_SECOND, OFFERED_SECONDS)
                .run("append", (number, timing) -> store.append(Commits.single(number, people)));
        if (measured.failed() > 0) throw new IllegalStateException(measured.failed() + " appends failed");
        return measured.answered();
    }

    /** With what each event says, which some engines read only when it is asked for. */
    private double replay(Contender.Store store) {
        long before = System.nanoTime();
        long until = before + patience.toNanos();
        AtomicLong read = new AtomicLong();
        try (Stream<? extends TrackedEventMessage<?>> all =
                store.engine().readEvents(null, false).takeWhile(event -> System.nanoTime() < until)) {
            all.filter(event -> event.getPayload() instanceof InteractionRecorded)
                    .forEach(event -> read.incrementAndGet());
        }
        return rate(read.get(), before);
    }

    /** Median of loads of random streams, in milliseconds. */
    private double load(Contender.Store store, List<String> streams) {
        Histogram times = OpenLoop.fresh();
        long until = System.nanoTime() + patience.toNanos() / 4;
        for (int i = 0; i < LOADS && System.nanoTime() < until && !streams.isEmpty(); i++) {
            String stream = streams.get(random.nextInt(streams.size()));
            long before = System.nanoTime();
            long found = store.engine().readEvents(stream, 0).asStream().count();
            times.recordValue((System.nanoTime() - before) / 1_000);
            if (found != Commits.STREAM) throw new IllegalStateException(found + " events in a stream of 50");
        }
        return times.getTotalCount() == 0 ? Double.NaN : times.getValueAtPercentile(50) / 1e3;
    }

    /** Until the file shrinks no more, since stores tidy up beside their work. */
    private void settle() throws InterruptedException {
        long until = System.nanoTime() + patience.toNanos();
        long before = Long.MAX_VALUE;
        while (size() < before && System.nanoTime() < until) {
            before = size();
            Thread.sleep(SETTLING_MILLIS);
        }
    }

    private long size() {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static double rate(long count, long before) {
        return count * 1e9 / (System.nanoTime() - before);
    }
}
