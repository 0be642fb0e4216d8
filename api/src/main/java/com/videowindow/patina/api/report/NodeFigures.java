package com.videowindow.patina.api.report;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.distribution.CountAtBucket;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/** What this node has measured since it started, and nobody wrote down. */
@Component
final class NodeFigures {
    private static final String SOURCE = "metrics of the node that made this report, since it started";

    /** Refusals that are about whether data may be used. */
    private static final Set<String> USES =
            Set.of("consent-missing", "leaving", "erased", "before-erasure", "no-consent", "non-profiling");

    private final MeterRegistry meters;
    private final Instant since =
            Instant.ofEpochMilli(ManagementFactory.getRuntimeMXBean().getStartTime());

    NodeFigures(MeterRegistry meters) {
        this.meters = meters;
    }

    MonthReport.Latency withdrawals() {
        Timer timer = meters.find("patina.consent.withdrawal.effect").timer();
        Map<String, Long> within = new LinkedHashMap<>();
        if (timer == null) {
            return new MonthReport.Latency(SOURCE, since, 0, 0, 0, within);
        }
        for (CountAtBucket bucket : timer.takeSnapshot().histogramCounts()) {
            within.put(bucket.bucket(TimeUnit.MILLISECONDS) + " ms", (long) bucket.count());
        }
        return new MonthReport.Latency(
                SOURCE, since, timer.count(), timer.mean(TimeUnit.SECONDS), timer.max(TimeUnit.SECONDS), within);
    }

    MonthReport.RefusedUses refusedUses() {
        Map<String, Long> reasons = new TreeMap<>();
        for (String name : List.of("patina.refusals", "patina.reads.refused")) {
            for (Counter counter : meters.find(name).counters()) {
                String reason = counter.getId().getTag("reason");
                if (reason != null && USES.contains(reason)) {
                    reasons.merge(reason, (long) counter.count(), Long::sum);
                }
            }
        }
        return new MonthReport.RefusedUses(SOURCE, since, reasons);
    }
}
