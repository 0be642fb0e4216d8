package com.videowindow.patina.projections.audit;

import com.videowindow.patina.domain.LogPosition;
import com.videowindow.patina.domain.audit.ProjectionProgress;
import com.videowindow.patina.domain.audit.ProjectionStatus;
import com.videowindow.patina.domain.audit.ProjectionStatus.Layout;
import com.videowindow.patina.projections.memory.MemoryProgress;
import com.videowindow.patina.projections.runner.LiveProjection;
import com.videowindow.patina.projections.runner.ProjectionDirectory;
import com.videowindow.patina.projections.store.ReadSide;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Watermarks of all read models and of memory; the lag is what the log has beyond them, read by memory or not. */
@Component
final class ReadModelProgress implements ProjectionProgress {
    private static final String MEMORY = "memory";
    private static final String SHOWN = "shown";

    private final ProjectionDirectory projections;
    private final MemoryProgress memory;
    private final ReadSide readSide;
    private final Clock clock = Clock.systemUTC();

    ReadModelProgress(ProjectionDirectory projections, MemoryProgress memory, ReadSide readSide, MeterRegistry meters) {
        this.projections = projections;
        this.memory = memory;
        this.readSide = readSide;
        measure(MEMORY, memory::position, memory::isAtItsEnd, meters);
        for (LiveProjection<?> projection : projections.all()) {
            measure(projection.model().name(), projection::position, projection::isAtItsEnd, meters);
        }
    }

    private void measure(
            String name, Supplier<LogPosition> position, BooleanSupplier isAtItsEnd, MeterRegistry meters) {
        Gauge.builder("patina.projection.stopped", () -> isAtItsEnd.getAsBoolean() ? 1 : 0)
                .tag("projection", name)
                .register(meters);
        Gauge.builder("patina.projection.lag", () -> memory.marks().after(position.get()))
                .tag("projection", name)
                .baseUnit("events")
                .register(meters);
        Gauge.builder("patina.projection.behind", () -> secondsBehind(position.get()))
                .tag("projection", name)
                .baseUnit("seconds")
                .register(meters);
    }

    @Override
    public List<ProjectionStatus> all() {
        List<ProjectionStatus> found = new ArrayList<>();
        found.add(ofMemory());
        for (LiveProjection<?> one : projections.all()) {
            found.add(status(
                    one.model().name(),
                    one.position(),
                    one.segments(),
                    one.isRunning(),
                    one.poisoned().count(),
                    one.layout(),
                    trouble(one)));
        }
        return found;
    }

    /** A projection with nothing to write does not notice by itself that nobody can read what it wrote. */
    private @Nullable String trouble(LiveProjection<?> one) {
        String trouble = one.trouble();
        return trouble == null && !readSide.isUp() ? "Elasticsearch does not answer" : trouble;
    }

    /** Until memory has seen the head once, it answers nobody: it does not run yet, then. */
    private ProjectionStatus ofMemory() {
        boolean ready = memory.isReady();
        String trouble = memory.trouble();
        return status(
                MEMORY,
                memory.position(),
                1,
                ready && memory.isRunning() && !memory.isAtItsEnd(),
                0,
                null,
                trouble == null && !ready ? "still reading the log since its start" : trouble);
    }

    private ProjectionStatus status(
            String name,
            LogPosition position,
            int segments,
            boolean running,
            long deadLetters,
            @Nullable Layout layout,
            @Nullable String error) {
        long lag = memory.marks().after(position);
        return new ProjectionStatus(
                name, position, lag, secondsBehind(position), segments, running, deadLetters, layout, error);
    }

    private double secondsBehind(LogPosition position) {
        if (memory.marks().after(position) == 0) {
            return 0;
        }
        long millis =
                Duration.between(memory.marks().next(position), clock.instant()).toMillis();
        return Math.max(0, millis) / 1000.0;
    }

    @Override
    public boolean await(Set<String> names, LogPosition position, Duration atMost) {
        long end = System.nanoTime() + atMost.toNanos();
        for (String name : names) {
            Duration left = Duration.ofNanos(Math.max(0, end - System.nanoTime()));
            if (!awaitOne(name, position, left)) {
                return false;
            }
        }
        return true;
    }

    private boolean awaitOne(String name, LogPosition position, Duration atMost) {
        if (MEMORY.equals(name)) {
            return memory.await(position, atMost);
        }
        if (SHOWN.equals(name)) {
            return memory.awaitDerived(position, atMost);
        }
        return projections
                .named(name)
                .orElseThrow(() -> new IllegalArgumentException("There is no projection " + name))
                .await(position, atMost);
    }
}
