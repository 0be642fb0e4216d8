package com.videowindow.patina.eventlog;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.function.Supplier;

/** What operators see of the log: time to durable, fill of blocks, queue, conflicts, attempts that went again. */
final class LogMetrics {
    private final MeterRegistry registry;
    private final Timer append;
    private final DistributionSummary events;
    private final DistributionSummary bytes;
    private final Counter conflicts;
    private final Counter retries;

    LogMetrics(MeterRegistry registry) {
        this.registry = registry;
        append = Timer.builder("patina.log.append")
                .description("From handing events over until they are durable")
                .publishPercentileHistogram()
                .register(registry);
        events = DistributionSummary.builder("patina.log.block.events")
                .description("Events that one block took")
                .register(registry);
        bytes = DistributionSummary.builder("patina.log.block.bytes")
                .description("Size of a block, about")
                .baseUnit("bytes")
                .register(registry);
        conflicts = Counter.builder("patina.log.conflicts")
                .description("Commits refused because their place in a stream was taken")
                .register(registry);
        retries = Counter.builder("patina.log.retries")
                .description("Blocks written again behind another node's, or without a conflicting commit")
                .register(registry);
    }

    void watch(Coalescer queue) {
        Gauge.builder("patina.log.queue", queue, Coalescer::depth)
                .description("Commits that wait to be written")
                .register(registry);
    }

    <T> T timed(Supplier<T> appending) {
        Timer.Sample sample = Timer.start(registry);
        try {
            return appending.get();
        } finally {
            sample.stop(append);
        }
    }

    void stored(Block block) {
        events.record(block.events().size());
        bytes.record(block.size());
    }

    void conflicted(int commits) {
        conflicts.increment(commits);
    }

    void retried() {
        retries.increment();
    }
}
