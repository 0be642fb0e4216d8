package com.videowindow.patina.eventlog;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Random;

/** What happens to questions on their way to the server and back. */
interface Weather {

    enum Fault {
        NONE,
        /** No server is found. */
        REFUSED,
        /** The question does not arrive. */
        LOST,
        /** The answer does not arrive. */
        UNANSWERED,
        /** The question arrives after its asker gave up. */
        LATE,
        /** The driver fails in a way of its own. */
        BROKEN,
        /** Something ends the thread that nobody expects. */
        FATAL
    }

    Fault fault();

    /** On the way there, and again on the way back. */
    Duration latency();

    /** Until the majority has what the primary has. */
    Duration replication();

    /** How much of what the majority has is seen: a server may know less of it than another did, for a while. */
    int seen(int majority);

    /** Whether a read that looks for several things pauses before the next of them. */
    boolean torn();

    /** Nothing goes wrong. */
    record Calm() implements Weather {
        @Override
        public Fault fault() {
            return Fault.NONE;
        }

        @Override
        public Duration latency() {
            return Duration.ofNanos(200_000);
        }

        @Override
        public Duration replication() {
            return Duration.ofMillis(1);
        }

        @Override
        public int seen(int majority) {
            return majority;
        }

        @Override
        public boolean torn() {
            return false;
        }
    }

    /** Each seed has its own climate: what never happens in one is common in another. */
    final class Changing implements Weather {
        /** All but the last: one that comes again and again would be no news. */
        private static final Fault[] FAULTS =
                EnumSet.complementOf(EnumSet.of(Fault.FATAL)).toArray(Fault[]::new);

        private static final double[] RATES = {0, 0, 0.005, 0.03, 0.15};

        private static final long FRESH = 1_000_000_000;

        private final Simulation simulation;
        private final Random random;
        private final double[] faults = new double[FAULTS.length];
        private final double stale;
        private final double torn;
        private final double slow;
        private long staleUntil;
        private int known;
        private boolean calm;

        Changing(Simulation simulation) {
            this.simulation = simulation;
            this.random = simulation.random();
            for (int i = 1; i < faults.length; i++) {
                faults[i] = rate();
            }
            stale = rate();
            torn = rate();
            slow = rate();
        }

        private double rate() {
            return RATES[random.nextInt(RATES.length)];
        }

        void calmDown() {
            calm = true;
        }

        private boolean chance(double probability) {
            return !calm && random.nextDouble() < probability;
        }

        @Override
        public Fault fault() {
            for (int i = 1; i < faults.length; i++) {
                if (chance(faults[i] / 3)) {
                    return FAULTS[i];
                }
            }
            return Fault.NONE;
        }

        @Override
        public Duration latency() {
            return Duration.ofNanos(chance(slow / 10) ? random.nextLong(4_000_000_000L) : random.nextLong(1_500_000));
        }

        @Override
        public Duration replication() {
            return Duration.ofNanos(chance(slow) ? random.nextLong(800_000_000) : random.nextLong(3_000_000));
        }

        @Override
        public int seen(int majority) {
            long now = simulation.now();
            if (now > staleUntil + FRESH && chance(stale)) {
                staleUntil = now + random.nextLong(700_000_000);
                known = Math.max(0, majority - 1 - random.nextInt(4));
            }
            return now < staleUntil ? Math.min(known, majority) : majority;
        }

        @Override
        public boolean torn() {
            return chance(torn);
        }
    }
}
