package com.videowindow.patina.projections.rebuild;

import com.videowindow.patina.domain.audit.LogInspection;
import com.videowindow.patina.domain.audit.ReplayStatus;
import com.videowindow.patina.domain.audit.ReplayStatus.State;
import com.videowindow.patina.domain.audit.Replays;
import com.videowindow.patina.domain.part.OpenParts;
import com.videowindow.patina.domain.retention.Periods;
import com.videowindow.patina.projections.memory.MemoryProgress;
import com.videowindow.patina.projections.runner.LiveProjection;
import com.videowindow.patina.projections.runner.ProjectionDirectory;
import com.videowindow.patina.projections.store.Indices;
import com.videowindow.patina.projections.store.ReadSide;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.locks.LockSupport;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Rebuilds that run on this node, and the records of all that ever ran. */
@Component
final class StoredReplays implements Replays, SmartLifecycle {
    private static final Duration CANCEL_PATIENCE = Duration.ofSeconds(10);

    private final ProjectionDirectory projections;
    private final MemoryProgress memory;
    private final Indices indices;
    private final ReplayBook book;
    private final Periods periods;
    private final Rebuild.Tools tools;
    private final Clock clock = Clock.systemUTC();
    private final Map<String, Running> running = new LinkedHashMap<>();
    private volatile boolean open;

    StoredReplays(
            ProjectionDirectory projections,
            MemoryProgress memory,
            EventStore events,
            LogInspection inspection,
            ReadSide readSide,
            Indices indices,
            ReplayBook book,
            Periods periods,
            OpenParts hidden,
            MeterRegistry meters) {
        this.projections = projections;
        this.memory = memory;
        this.indices = indices;
        this.book = book;
        this.periods = periods;
        this.tools = new Rebuild.Tools(
                events, inspection, indices, new Comparison(readSide, indices), book, hidden, memory::position, clock);
        Gauge.builder("patina.rebuild.rate", this::rate).baseUnit("events/s").register(meters);
    }

    private record Running(Rebuild<?> rebuild, Thread thread) {
        boolean isAlive() {
            return thread.isAlive() && rebuild.record().isUnfinished();
        }
    }

    @Override
    public synchronized ReplayStatus start(String id, String projection, Instant at) {
        LiveProjection<?> live = live(projection);
        Optional<ReplayStatus> known = find(id);
        if (known.isPresent()) {
            return known.get();
        }
        Optional<Running> same = running.values().stream()
                .filter(one ->
                        one.isAlive() && one.rebuild.record().projection().equals(projection))
                .findFirst();
        if (same.isPresent()) {
            return status(same.get());
        }
        ReplayRecord record =
                ReplayRecord.starting(id, projection, indices.createBeside(projection), at, clock.instant());
        if (book.saveFirst(record)) {
            return run(live, record);
        }
        ReplayRecord theirs = book.find(id).orElseThrow(() -> unknown(id));
        if (!theirs.index().equals(record.index())) {
            indices.delete(record.index());
        }
        return status(theirs);
    }

    @Override
    public synchronized Optional<ReplayStatus> resume(String id) {
        Running here = running.get(id);
        ReplayRecord record = book.find(id).orElseThrow(() -> unknown(id));
        boolean runsHere = here != null && here.isAlive();
        boolean runs = Abandoned.marked(record, clock.instant()).isUnfinished();
        if (runsHere || runs || record.state() == State.COMPLETED) {
            return Optional.empty();
        }
        LiveProjection<?> live = live(record.projection());
        boolean kept = indices.exists(record.index());
        ReplayRecord next = kept
                ? record.in(State.RUNNING, null, clock.instant())
                : record.startingOver(indices.createBeside(record.projection()), clock.instant());
        return Optional.of(run(live, book.save(next)));
    }

    private ReplayStatus run(LiveProjection<?> live, ReplayRecord record) {
        periods.evict(); // after the record, so that whoever ends a period finds this one under way or leaves it no
        // keys
        Rebuild<?> rebuild = new Rebuild<>(live, record, tools);
        Thread thread = Thread.ofPlatform()
                .daemon()
                .name("rebuild-" + record.projection())
                .start(rebuild::run);
        Running started = new Running(rebuild, thread);
        running.put(record.id(), started);
        return status(started);
    }

    @Override
    public Optional<ReplayStatus> cancel(String id) {
        Running here = here(id);
        if (here == null || !here.thread.isAlive()) {
            ReplayRecord known = book.find(id).orElseThrow(() -> unknown(id));
            boolean runsElsewhere = Abandoned.marked(known, clock.instant()).isUnfinished();
            return runsElsewhere ? Optional.empty() : Optional.of(status(known));
        }
        here.rebuild.cancel();
        long end = System.nanoTime() + CANCEL_PATIENCE.toNanos();
        while (here.isAlive() && System.nanoTime() < end) {
            LockSupport.parkNanos(5_000_000);
        }
        return Optional.of(status(here));
    }

    @Override
    public List<ReplayStatus> all() {
        Map<String, ReplayStatus> found = new LinkedHashMap<>();
        book.all().forEach(record -> found.put(record.id(), status(record)));
        runningNow().forEach(one -> found.put(one.rebuild.record().id(), status(one)));
        return List.copyOf(found.values());
    }

    @Override
    public Optional<ReplayStatus> find(String id) {
        Running here = here(id);
        return here == null ? book.find(id).map(this::status) : Optional.of(status(here));
    }

    @Override
    public Set<String> projections() {
        Set<String> names = new TreeSet<>();
        projections.all().forEach(one -> names.add(one.model().name()));
        return names;
    }

    private LiveProjection<?> live(String name) {
        return projections
                .named(name)
                .orElseThrow(() -> new IllegalArgumentException("There is no projection " + name));
    }

    private static IllegalArgumentException unknown(String id) {
        return new IllegalArgumentException("There is no replay " + id);
    }

    private synchronized @Nullable Running here(String id) {
        return running.get(id);
    }

    private synchronized List<Running> runningNow() {
        return List.copyOf(running.values());
    }

    private double rate() {
        return runningNow().stream()
                .filter(Running::isAlive)
                .mapToDouble(one -> one.rebuild.record().eventsPerSecond())
                .sum();
    }

    private ReplayStatus status(Running one) {
        return Progress.of(one.rebuild.record(), memory.marks().events());
    }

    private ReplayStatus status(ReplayRecord record) {
        return Progress.of(
                Abandoned.marked(record, clock.instant()), memory.marks().events());
    }

    @Override
    public void start() {
        open = true;
    }

    /** What runs is stopped where it is; its record says so, and it can be resumed by any node. */
    @Override
    public void stop() {
        open = false;
        runningNow().forEach(one -> one.thread.interrupt());
        runningNow().forEach(StoredReplays::join);
    }

    private static void join(Running one) {
        try {
            one.thread.join(CANCEL_PATIENCE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** After the projections start, and before they stop. */
    @Override
    public int getPhase() {
        return 1;
    }

    @Override
    public boolean isRunning() {
        return open;
    }
}
