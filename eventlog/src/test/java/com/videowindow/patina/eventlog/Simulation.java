package com.videowindow.patina.eventlog;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * Many threads of many nodes on one thread and one clock, in an order that a seed decides. Whoever waits gives the turn
 * back; time goes on only from one turn to the next, so an hour takes no longer than what happens in it. Nothing else
 * decides anything, so the same seed is the same run.
 */
final class Simulation {
    private static final long TURN_NANOS = 1_000;
    private static final Power OFF = new Power();

    static {
        OFF.cut();
    }

    /** What all threads of one process share: after it was cut, none of them gets another turn; while it is held, neither. */
    static final class Power {
        private boolean on = true;
        private long heldUntil;

        void cut() {
            on = false;
        }

        /** As a machine does that swaps, or a process that somebody stopped: it knows nothing of it when it goes on. */
        void hold(long until) {
            heldUntil = until;
        }

        boolean isOn() {
            return on;
        }
    }

    private record Turn(long at, long tie, Runnable what) {}

    final class Actor {
        private final String name;
        private Power power;
        private final Coroutine coroutine;
        private long waits;
        private boolean interrupted;
        private int locks;

        private Actor(String name, Power power, Runnable body) {
            this.name = name;
            this.power = power;
            this.coroutine = new Coroutine(() -> live(body));
        }

        private void live(Runnable body) {
            try {
                body.run();
            } catch (RuntimeException | Error e) {
                note("dies of " + e);
                deaths.add(name + " died of " + e);
            }
            power = OFF;
        }

        void wake(long at) {
            wake(at, waits);
        }

        private void wake(long at, long expected) {
            turn(at, () -> {
                if (!power.isOn() || waits != expected) {
                    return;
                }
                if (now < power.heldUntil) {
                    wake(power.heldUntil, expected);
                } else {
                    waits++;
                    resume(this);
                }
            });
        }

        void wake() {
            wake(now + random.nextLong(50_000));
        }

        void interrupt() {
            interrupted = true;
            wake();
        }

        boolean takeInterrupt() {
            boolean was = interrupted;
            interrupted = false;
            return was;
        }

        boolean isInterrupted() {
            return interrupted;
        }

        void locked(int change) {
            locks += change;
        }
    }

    private final PriorityQueue<Turn> turns =
            new PriorityQueue<>(Comparator.comparingLong(Turn::at).thenComparingLong(Turn::tie));
    private final Random random;
    private final double haste;
    private final List<String> deaths = new ArrayList<>();
    private final List<String> story = new ArrayList<>();
    private long now = Duration.ofDays(1).toNanos();
    private long trace = 17;
    private @Nullable Actor current;

    /** @param haste how often somebody else gets a turn where nobody waits */
    Simulation(long seed, double haste) {
        this.random = new Random(seed);
        this.haste = haste;
    }

    Random random() {
        return random;
    }

    long now() {
        return now;
    }

    boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    /** A hash of all that happened, in its order. */
    long trace() {
        return trace;
    }

    List<String> story() {
        return story;
    }

    /** Threads that ended by something that they did not expect. */
    List<String> deaths() {
        return deaths;
    }

    void note(String what) {
        trace = 31 * (31 * trace + what.hashCode()) + now;
        if (Boolean.getBoolean("patina.simulation.story")) {
            story.add(now / 1_000 + " µs, " + (current == null ? "nobody" : current.name) + ": " + what);
        }
    }

    Actor start(String name, Power power, Runnable body) {
        Actor actor = new Actor(name, power, body);
        actor.wake();
        return actor;
    }

    void later(Duration delay, Runnable what) {
        turn(now + delay.toNanos(), what);
    }

    private void turn(long at, Runnable what) {
        turns.add(new Turn(at, random.nextLong(), what));
    }

    private void resume(Actor actor) {
        current = actor;
        note(actor.name);
        actor.coroutine.resume();
        current = null;
    }

    /** Takes turns until nobody has anything to do before this time. */
    void runUntil(long end) {
        Turn next = turns.poll();
        while (next != null && next.at <= end) {
            now = Math.max(now + TURN_NANOS, next.at);
            next.what.run();
            next = turns.poll();
        }
        if (next != null) {
            turns.add(next);
        }
        now = Math.max(now, end);
    }

    Actor current() {
        if (current == null) {
            throw new IllegalStateException("only what was started can wait");
        }
        return current;
    }

    /** Waits until woken, or until this time. */
    void await(long until) {
        Actor me = current();
        if (me.locks > 0) {
            throw new IllegalStateException(me.name + " waits with a lock in its hand");
        }
        if (until < Long.MAX_VALUE) {
            me.wake(until);
        }
        Coroutine.suspend();
    }

    void pause(Duration time) {
        await(now + time.toNanos());
    }

    /** Lets others go first, now and then, where on a real machine they might. */
    void perhapsOthersFirst() {
        if (current != null && current.locks == 0 && chance(haste)) {
            await(now + random.nextLong(100_000));
        }
    }
}
