package com.videowindow.patina.eventlog;

import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Time, threads, and all by which threads wait for each other. Given to the log from outside, so that a simulation can
 * run many nodes on one thread and decide itself what time it is and who goes next.
 */
interface Clockwork {
    Clockwork SYSTEM = new Machine();

    long nanoTime();

    /** Waits; may end early, as when the thread is interrupted. */
    void pause(Duration time);

    Task start(Thread.Builder how, Runnable what);

    Lock lock();

    <T> BlockingQueue<T> queue();

    <T> CompletableFuture<T> promise();

    /** A thread that runs. */
    interface Task {
        void interrupt();

        void join(Duration atMost) throws InterruptedException;
    }

    /** What the machine has. */
    final class Machine implements Clockwork {
        private record Running(Thread thread) implements Task {
            @Override
            public void interrupt() {
                thread.interrupt();
            }

            @Override
            public void join(Duration atMost) throws InterruptedException {
                thread.join(atMost);
            }
        }

        private Machine() {}

        @Override
        public long nanoTime() {
            return System.nanoTime();
        }

        @Override
        public void pause(Duration time) {
            LockSupport.parkNanos(time.toNanos());
        }

        @Override
        public Task start(Thread.Builder how, Runnable what) {
            return new Running(how.start(what));
        }

        @Override
        public Lock lock() {
            return new ReentrantLock();
        }

        @Override
        public <T> BlockingQueue<T> queue() {
            return new LinkedBlockingQueue<>();
        }

        @Override
        public <T> CompletableFuture<T> promise() {
            return new CompletableFuture<>();
        }
    }
}
