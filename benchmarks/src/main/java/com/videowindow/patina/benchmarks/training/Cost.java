package com.videowindow.patina.benchmarks.training;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.List;
import java.util.function.Supplier;

/**
 * What something took.
 *
 * @param processor seconds of all cores together, which tell more where others are at work on the same machine
 * @param peakMiB of the heap, with what was no longer needed and not collected yet
 */
record Cost<T>(T made, double seconds, double processor, long peakMiB) {

    static <T> Cost<T> of(Supplier<T> work) {
        System.gc();
        List<MemoryPoolMXBean> heap = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .toList();
        heap.forEach(MemoryPoolMXBean::resetPeakUsage);
        OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        long cpu = system.getProcessCpuTime();
        long begun = System.nanoTime();
        T made = work.get();
        double seconds = (System.nanoTime() - begun) / 1e9;
        double processor = (system.getProcessCpuTime() - cpu) / 1e9;
        long peak =
                heap.stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum();
        return new Cost<>(made, seconds, processor, peak >> 20);
    }
}
