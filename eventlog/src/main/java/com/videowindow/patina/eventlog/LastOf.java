package com.videowindow.patina.eventlog;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.LongStream;

/**
 * Finds the last number of a sequence that has no gaps, only by asking which of some numbers exist: the powers of two
 * first, then 64 places between the largest that exists and the next. No sort and no range, since the embedded server
 * scans everything for those; about log64(n) questions.
 */
final class LastOf {
    private static final int FANOUT = 64;
    private static final int MAX_EXPONENT = 48;

    private LastOf() {}

    /** @return -1 when not even 0 exists */
    static long sequence(Function<List<Long>, Set<Long>> existing) {
        List<Long> probes = LongStream.rangeClosed(0, MAX_EXPONENT)
                .map(exponent -> (1L << exponent) - 1)
                .boxed()
                .toList();
        long low = largest(existing.apply(probes), -1);
        long high = low < 0 ? 0 : 2 * low + 1;
        while (high - low > 1) {
            long step = Math.max(1, (high - low) / FANOUT);
            long from = low;
            long until = high;
            List<Long> between = LongStream.iterate(from + step, n -> n < until, n -> n + step)
                    .boxed()
                    .toList();
            low = largest(existing.apply(between), low);
            high = Math.min(high, low + step);
        }
        return low;
    }

    private static long largest(Set<Long> found, long otherwise) {
        return found.stream().mapToLong(Long::longValue).max().orElse(otherwise);
    }
}
