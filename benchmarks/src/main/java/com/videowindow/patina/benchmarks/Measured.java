package com.videowindow.patina.benchmarks;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;
import org.HdrHistogram.Histogram;

/** What one run of a load found, in milliseconds from when each request was due. */
public record Measured(
        String name, int perSecond, Times times, Histogram lateness, AtomicReference<Duration> serverCpu) {

    Measured(String name, int perSecond) {
        this(name, perSecond, new Times(), OpenLoop.fresh(), new AtomicReference<>(Duration.ZERO));
    }

    static final String ANSWERED = "answered";

    /** Latencies by milestone, and failures by their words. */
    static final class Times {
        private final Map<String, Histogram> byMilestone = new ConcurrentSkipListMap<>();
        private final Map<String, LongAdder> failures = new ConcurrentHashMap<>();

        void record(String milestone, long micros) {
            byMilestone.computeIfAbsent(milestone, absent -> OpenLoop.fresh()).recordValue(micros);
        }

        void failed(Exception failure) {
            failures.computeIfAbsent(failure.toString(), absent -> new LongAdder())
                    .increment();
        }

        long failures() {
            return failures.values().stream().mapToLong(LongAdder::sum).sum();
        }
    }

    public long failed() {
        return times.failures();
    }

    /** How long answers took, in microseconds. */
    public Histogram answered() {
        return times.byMilestone.getOrDefault(ANSWERED, OpenLoop.fresh());
    }

    static void printHeader(PrintStream out) {
        out.printf(
                "%-28s %6s %7s %7s %9s %9s %9s %9s %9s %8s%n",
                "milliseconds", "rate/s", "answers", "failed", "p50", "p90", "p99", "max", "late p99", "cpu each");
    }

    void print(PrintStream out) {
        times.byMilestone.forEach((milestone, each) -> out.printf(
                "%-28s %6d %7d %7d %9.2f %9.2f %9.2f %9.2f %9.2f %8.2f%n",
                milestone.equals(ANSWERED) ? name : name + ": " + milestone,
                perSecond,
                each.getTotalCount(),
                times.failures(),
                millis(each.getValueAtPercentile(50)),
                millis(each.getValueAtPercentile(90)),
                millis(each.getValueAtPercentile(99)),
                millis(each.getMaxValue()),
                millis(lateness.getValueAtPercentile(99)),
                serverCpuMillis()));
        times.failures.forEach((what, count) -> out.printf("    %d × %s%n", count.sum(), what));
    }

    ObjectNode json() {
        ObjectNode all = Api.JSON.createObjectNode();
        all.put("ratePerSecond", perSecond).put("failed", times.failures());
        times.byMilestone.forEach((milestone, each) -> all.set(milestone, json(each)));
        all.set("generatorLateness", json(lateness));
        all.put("serverCpuMsPerRequest", serverCpuMillis());
        return all;
    }

    private static ObjectNode json(Histogram each) {
        return Api.JSON
                .createObjectNode()
                .put("count", each.getTotalCount())
                .put("p50ms", millis(each.getValueAtPercentile(50)))
                .put("p90ms", millis(each.getValueAtPercentile(90)))
                .put("p99ms", millis(each.getValueAtPercentile(99)))
                .put("p999ms", millis(each.getValueAtPercentile(99.9)))
                .put("maxms", millis(each.getMaxValue()));
    }

    private double serverCpuMillis() {
        return serverCpu.get().toNanos() / 1e6 / Math.max(1, lateness.getTotalCount());
    }

    private static double millis(long micros) {
        return micros / 1_000.0;
    }
}
