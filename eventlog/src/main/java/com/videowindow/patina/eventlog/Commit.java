package com.videowindow.patina.eventlog;

import com.videowindow.patina.domain.LogPosition;
import com.videowindow.patina.domain.audit.LogBusy;
import com.videowindow.patina.domain.audit.LogUnavailable;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** Events that are stored together or not at all, and what became of them. */
final class Commit {

    /** How it ended. */
    sealed interface Outcome {
        record Landed(LogPosition first, LogPosition last) implements Outcome {}

        /** Another event has the key of one of these. */
        record Conflict(String key) implements Outcome {}

        /** Nothing was stored: it was sealed under keys that were closed before its turn came, and has to be sealed anew. */
        record KeysClosed() implements Outcome {}

        /** @param nothingStored it was taken back before it was written, else nobody knows */
        record Unavailable(String why, @Nullable Throwable cause, boolean nothingStored) implements Outcome {

            LogUnavailable failure() {
                return nothingStored && cause == null ? new LogBusy(why) : LogAccess.unavailable(why, cause);
            }
        }
    }

    /** What a document of 16 MB has room for beside what a block says of itself. */
    private static final long MOST_BYTES = 15L << 20;

    private final List<LoggedEvent> events;
    private final int size;
    private final long asOf;
    private final Clockwork clockwork;
    private final long submitted;
    private final AtomicBoolean taken = new AtomicBoolean();
    private final CompletableFuture<Outcome> outcome;

    /** @param asOf how many closings of keys were known before it was sealed */
    Commit(List<LoggedEvent> events, long asOf, Clockwork clockwork) {
        long bytes = events.stream().mapToLong(LoggedEvent::size).sum();
        if (events.isEmpty() || events.size() > LogPosition.MAX_EVENTS_PER_BLOCK || bytes > MOST_BYTES) {
            throw new IllegalArgumentException("a commit has 1 to 4096 events and at most 15 MB; this one has "
                    + events.size() + " events and " + bytes + " bytes");
        }
        this.clockwork = clockwork;
        this.submitted = clockwork.nanoTime();
        this.outcome = clockwork.promise();
        this.events = List.copyOf(events);
        this.size = (int) bytes;
        this.asOf = asOf;
    }

    List<LoggedEvent> events() {
        return events;
    }

    long asOf() {
        return asOf;
    }

    int size() {
        return size;
    }

    List<String> keys() {
        return events.stream().map(LoggedEvent::key).toList();
    }

    /** Whether its writer has been waiting longer than this. */
    boolean isOlderThan(Duration patience) {
        return clockwork.nanoTime() - submitted > patience.toNanos();
    }

    /** Either the committer takes it or its writer gives it up, never both. */
    boolean take() {
        return taken.compareAndSet(false, true);
    }

    void settle(Outcome how) {
        outcome.complete(how);
    }

    /** @return whether it was settled within this time */
    boolean await(long nanos) {
        try {
            outcome.get(Math.max(0, nanos), TimeUnit.NANOSECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LogUnavailable("interrupted while waiting for the log", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("an outcome is never an exception", e);
        }
    }

    long submitted() {
        return submitted;
    }

    Outcome outcome() {
        return outcome.join();
    }
}
