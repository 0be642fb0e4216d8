package com.videowindow.patina.projections.runner;

import com.videowindow.patina.domain.LogPosition;
import java.time.Duration;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * Lets threads wait until a position of the log is reached, and wakes only those whose position it is: hundreds may wait
 * while thousands of events a second go by. Costs those who move on one read while nobody waits for what they reached.
 */
public final class Arrivals {
    private static final long NOBODY = Long.MAX_VALUE;

    private final Supplier<LogPosition> reached;
    private final ReentrantLock lock = new ReentrantLock();
    private final PriorityQueue<Waiter> waiting = new PriorityQueue<>(Comparator.comparingLong(Waiter::position));
    private final AtomicLong nearest = new AtomicLong(NOBODY);

    private record Waiter(long position, CountDownLatch arrived) {}

    /** @param reached everything up to here has been reached; never falls for long */
    public Arrivals(Supplier<LogPosition> reached) {
        this.reached = reached;
    }

    /** To be called after the position moved. */
    public void moved() {
        if (nearest.get() == NOBODY) {
            return;
        }
        long now = reached.get().value();
        if (now < nearest.get()) {
            return;
        }
        lock.lock();
        try {
            for (Waiter first = waiting.peek(); first != null && first.position <= now; first = waiting.peek()) {
                waiting.remove().arrived.countDown();
            }
            tellNearest();
        } finally {
            lock.unlock();
        }
    }

    /** Whether the position was reached in time. */
    public boolean await(LogPosition position, Duration atMost) {
        if (reached.get().covers(position)) {
            return true;
        }
        Waiter waiter = new Waiter(position.value(), new CountDownLatch(1));
        change(() -> waiting.add(waiter));
        try {
            // What was reached before the waiter stood in the queue wakes nobody.
            return reached.get().covers(position)
                    || waiter.arrived.await(atMost.toNanos(), TimeUnit.NANOSECONDS)
                    || reached.get().covers(position);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            change(() -> waiting.remove(waiter));
        }
    }

    private void change(Runnable change) {
        lock.lock();
        try {
            change.run();
            tellNearest();
        } finally {
            lock.unlock();
        }
    }

    private void tellNearest() {
        Waiter first = waiting.peek();
        nearest.set(first == null ? NOBODY : first.position);
    }
}
