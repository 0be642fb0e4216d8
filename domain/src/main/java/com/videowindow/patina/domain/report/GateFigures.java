package com.videowindow.patina.domain.report;

import com.videowindow.patina.domain.DomainEvent;
import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.audit.Fact;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/**
 * What one node counted at the gate in some minutes. Names nobody.
 *
 * @param node random, from its start to its end
 * @param from when it began to count what is in here
 * @param refused uses of people's data that were refused, by reason
 */
public record GateFigures(UUID node, Instant from, Map<String, Long> refused, Withdrawals withdrawals, Instant at)
        implements DomainEvent {
    public GateFigures {
        refused = Collections.unmodifiableMap(new TreeMap<>(refused));
    }

    /**
     * From the decision of withdrawals until this node's memory had them.
     *
     * @param within how many took at most so many milliseconds
     */
    public record Withdrawals(long count, long totalMillis, long longestMillis, Map<Long, Long> within) {
        public static final Withdrawals NONE = new Withdrawals(0, 0, 0, Map.of());

        public Withdrawals {
            within = Collections.unmodifiableMap(new TreeMap<>(within));
        }

        public Withdrawals and(Withdrawals more) {
            Map<Long, Long> all = new TreeMap<>(within);
            more.within.forEach((millis, count) -> all.merge(millis, count, Long::sum));
            return new Withdrawals(
                    count + more.count,
                    totalMillis + more.totalMillis,
                    Math.max(longestMillis, more.longestMillis),
                    all);
        }
    }

    public boolean isNothing() {
        return refused.isEmpty() && withdrawals.count() == 0;
    }

    /** Its place in the log: once for each node and beginning. */
    public Fact fact() {
        return new Fact("figures", new SubjectId(node), node + "/" + from, Instant.EPOCH, this);
    }
}
