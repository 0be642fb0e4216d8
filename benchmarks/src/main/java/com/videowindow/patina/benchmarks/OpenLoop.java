package com.videowindow.patina.benchmarks;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/**
 * Load as the world brings it: requests begin on a fixed schedule whether or not earlier ones were answered, and each is
 * timed from the moment it was due, not from the moment we got round to it. A closed loop would ask less just when the
 * server is slow and so hide the wait (coordinated omission; G. Tene, "How NOT to measure latency"; Schroeder et al.,
 * "Open versus closed", NSDI 2006). Our own lateness is kept beside, to tell a slow server from a slow generator.
 */
public record OpenLoop(int perSecond, int seconds) {

    private static final long HIGHEST_MICROS = 120_000_000L;

    /** One request. @throws Exception when it was not answered as it should */
    @FunctionalInterface
    public interface Request {
        void send(int number, Timing timing) throws Exception;
    }

    /** What a request may report besides its own end; times count from when it was due. */
    @FunctionalInterface
    public interface Timing {
        void milestone(String name);
    }

    public Measured run(String name, Request request) throws InterruptedException {
        Measured measured = new Measured(name, perSecond);
        long start = System.nanoTime() + 50_000_000L;
        try (ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < perSecond * seconds; i++) {
                long due = start + i * 1_000_000_000L / perSecond;
                for (long now = System.nanoTime(); now < due; now = System.nanoTime()) {
                    LockSupport.parkNanos(due - now);
                }
                measured.lateness().recordValue(micros(due));
                int number = i;
                senders.execute(() -> send(request, number, due, measured));
            }
        }
        return measured;
    }

    private static void send(Request request, int number, long due, Measured measured) {
        try {
            request.send(number, milestone -> measured.times().record(milestone, micros(due)));
            measured.times().record(Measured.ANSWERED, micros(due));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (Exception failed) {
            measured.times().failed(failed);
        }
    }

    private static long micros(long due) {
        return Math.clamp((System.nanoTime() - due) / 1_000, 0, HIGHEST_MICROS);
    }

    public static Histogram fresh() {
        return new ConcurrentHistogram(HIGHEST_MICROS, 3);
    }
}
