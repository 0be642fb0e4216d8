package com.videowindow.patina.projections.runner;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;

/** Lets threads wait for something to become true, at the cost of one read for those who make it so while none waits. */
public final class Bell {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition rung = lock.newCondition();
    private final AtomicInteger waiting = new AtomicInteger();

    /** To be called after something changed. */
    public void ring() {
        if (waiting.get() == 0) {
            return;
        }
        lock.lock();
        try {
            rung.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Whether it became true in time. */
    public boolean await(BooleanSupplier condition, Duration atMost) {
        if (condition.getAsBoolean()) {
            return true;
        }
        waiting.incrementAndGet();
        lock.lock();
        try {
            long left = atMost.toNanos();
            while (!condition.getAsBoolean()) {
                if (left <= 0) {
                    return false;
                }
                left = rung.awaitNanos(left);
            }
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            lock.unlock();
            waiting.decrementAndGet();
        }
    }
}
