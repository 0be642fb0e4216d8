package com.videowindow.patina.eventlog;

import com.videowindow.patina.eventlog.Simulation.Actor;
import com.videowindow.patina.eventlog.Simulation.Power;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Date;
import java.util.Deque;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import org.jspecify.annotations.Nullable;

/** The clockwork of one simulated process. */
final class SimulatedClockwork implements Clockwork {
    private final Simulation simulation;
    private final Power power;
    private final String process;

    SimulatedClockwork(Simulation simulation, Power power, String process) {
        this.simulation = simulation;
        this.power = power;
        this.process = process;
    }

    @Override
    public long nanoTime() {
        simulation.perhapsOthersFirst();
        return simulation.now();
    }

    @Override
    public void pause(Duration time) {
        if (!simulation.current().isInterrupted()) {
            simulation.pause(time);
        }
    }

    @Override
    public Task start(Thread.Builder how, Runnable what) {
        Actor actor = simulation.start(process + "/" + how.unstarted(() -> {}).getName(), power, what);
        return new Task() {
            @Override
            public void interrupt() {
                actor.interrupt();
            }

            @Override
            public void join(Duration atMost) {
                simulation.pause(atMost);
            }
        };
    }

    @Override
    public Lock lock() {
        return new SimulatedLock();
    }

    @Override
    public <T> BlockingQueue<T> queue() {
        return new SimulatedQueue<>();
    }

    @Override
    public <T> CompletableFuture<T> promise() {
        return new SimulatedPromise<>();
    }

    private void waitIn(Deque<Actor> waiting, long until) throws InterruptedException {
        Actor me = simulation.current();
        if (!me.isInterrupted()) {
            waiting.add(me);
            simulation.await(until);
            waiting.remove(me);
        }
        if (me.takeInterrupt()) {
            throw new InterruptedException();
        }
    }

    private static void wakeAll(Deque<Actor> waiting) {
        waiting.forEach(Actor::wake);
        waiting.clear();
    }

    private long after(long time, TimeUnit unit) {
        return simulation.now() + unit.toNanos(time);
    }

    private final class SimulatedQueue<T> extends LinkedBlockingQueue<T> {
        private static final long serialVersionUID = 1L;

        @SuppressWarnings("serial") // never serialised
        private final Deque<Actor> waiting = new ArrayDeque<>();

        @Override
        public boolean offer(T element) {
            simulation.perhapsOthersFirst();
            boolean accepted = super.offer(element);
            wakeAll(waiting);
            return accepted;
        }

        @Override
        public @Nullable T poll(long timeout, TimeUnit unit) throws InterruptedException {
            long until = after(timeout, unit);
            T next = poll();
            while (next == null && simulation.now() < until) {
                waitIn(waiting, until);
                next = poll();
            }
            return next;
        }
    }

    private final class SimulatedPromise<T> extends CompletableFuture<T> {
        private final Deque<Actor> waiting = new ArrayDeque<>();

        @Override
        public boolean complete(T value) {
            simulation.perhapsOthersFirst();
            boolean changed = super.complete(value);
            wakeAll(waiting);
            return changed;
        }

        @Override
        public T get(long timeout, TimeUnit unit) throws InterruptedException, TimeoutException {
            long until = after(timeout, unit);
            while (!isDone() && simulation.now() < until) {
                waitIn(waiting, until);
            }
            if (!isDone()) {
                throw new TimeoutException();
            }
            return join();
        }
    }

    /** Nobody stops with one in the hand, so nobody ever finds it taken. */
    private final class SimulatedLock implements Lock {
        @Override
        public void lock() {
            simulation.perhapsOthersFirst();
            simulation.current().locked(1);
        }

        @Override
        public void lockInterruptibly() {
            lock();
        }

        @Override
        public boolean tryLock() {
            lock();
            return true;
        }

        @Override
        public boolean tryLock(long time, TimeUnit unit) {
            return tryLock();
        }

        @Override
        public void unlock() {
            simulation.current().locked(-1);
        }

        @Override
        public Condition newCondition() {
            return new SimulatedCondition();
        }
    }

    private final class SimulatedCondition implements Condition {
        private final Deque<Actor> waiting = new ArrayDeque<>();

        private void waitUntil(long until) throws InterruptedException {
            simulation.current().locked(-1);
            try {
                waitIn(waiting, until);
            } finally {
                simulation.current().locked(1);
            }
        }

        @Override
        public void await() throws InterruptedException {
            waitUntil(Long.MAX_VALUE);
        }

        @Override
        public long awaitNanos(long nanos) throws InterruptedException {
            long until = simulation.now() + nanos;
            waitUntil(until);
            return until - simulation.now();
        }

        @Override
        public boolean await(long time, TimeUnit unit) throws InterruptedException {
            long until = after(time, unit);
            waitUntil(until);
            return simulation.now() < until;
        }

        @Override
        public void awaitUninterruptibly() {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean awaitUntil(Date deadline) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void signal() {
            signalAll();
        }

        @Override
        public void signalAll() {
            wakeAll(waiting);
        }
    }
}
