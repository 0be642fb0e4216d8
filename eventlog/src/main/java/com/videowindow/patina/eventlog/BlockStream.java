package com.videowindow.patina.eventlog;

import com.mongodb.MongoException;
import com.videowindow.patina.domain.LogPosition;
import com.videowindow.patina.domain.audit.LogUnavailable;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingEventStream;
import org.jspecify.annotations.Nullable;

/**
 * One reader's way through the log. A virtual thread fetches blocks ahead, as many as the reader leaves room for, in
 * number and in bytes, so that a slow reader holds nobody; the reader itself never waits for the server, and is called
 * when there is more.
 */
final class BlockStream implements TrackingEventStream {
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final LogTail tail;
    private final int room;
    private final LogPosition after;
    private final Clockwork clockwork;
    private final Lock lock;
    private final Condition changed;
    private final Deque<ReadableBlock> ahead = new ArrayDeque<>();
    private final Deque<TrackedEventMessage<?>> current = new ArrayDeque<>();
    private final Clockwork.Task fetcher;
    private @Nullable RuntimeException failure;
    private @Nullable Runnable callback;
    private long bytes;
    private boolean closed;

    BlockStream(LogTail tail, LogPosition after, int room, Clockwork clockwork) {
        this.tail = tail;
        this.after = after;
        this.room = room;
        this.clockwork = clockwork;
        this.lock = clockwork.lock();
        this.changed = lock.newCondition();
        long first = after.equals(LogPosition.START) ? 0 : after.block();
        this.fetcher = clockwork.start(Thread.ofVirtual().name("log-reader"), () -> fetchFrom(first));
    }

    private void fetchFrom(long first) {
        long next = first;
        try {
            while (awaitRoom()) {
                if (tail.await(next, PATIENCE)) {
                    next = fetch(next);
                } else if (tail.isClosed()) {
                    return; // nobody waits on a tail that is closed, so this would never rest
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            fail(e);
        } catch (Error e) {
            fail(new IllegalStateException("the log cannot be read on", e));
        }
    }

    private long fetch(long from) {
        long next = from;
        try {
            for (ReadableBlock block : tail.read(from)) {
                block.messages(); // opened here, beside the reader
                add(block);
                next = block.number() + 1;
            }
        } catch (MongoException | LogUnavailable e) {
            // The tail says so; the reader has what it has, and goes on when the server is back.
            clockwork.pause(PATIENCE.dividedBy(4));
        }
        return next;
    }

    private boolean awaitRoom() throws InterruptedException {
        lock.lock();
        try {
            while ((ahead.size() >= room || bytes >= LogTail.READING_BYTES) && !closed) {
                changed.await();
            }
            return !closed;
        } finally {
            lock.unlock();
        }
    }

    private void add(ReadableBlock block) {
        locked(() -> {
            ahead.add(block);
            bytes += block.size();
        });
    }

    private void fail(RuntimeException why) {
        locked(() -> failure = why);
    }

    private void locked(Runnable change) {
        Runnable call;
        lock.lock();
        try {
            change.run();
            changed.signalAll();
            call = callback;
        } finally {
            lock.unlock();
        }
        if (call != null) {
            call.run();
        }
    }

    @Override
    public Optional<TrackedEventMessage<?>> peek() {
        lock.lock();
        try {
            return Optional.ofNullable(advance() ? current.peek() : null);
        } finally {
            lock.unlock();
        }
    }

    /** Makes the next message the current one, without waiting; false when there is none yet. */
    private boolean advance() {
        while (current.isEmpty()) {
            ReadableBlock block = ahead.peek();
            if (block == null) {
                if (failure != null) {
                    throw failure;
                }
                return false;
            }
            for (TrackedEventMessage<?> message : block.messages()) {
                if (((GlobalSequenceTrackingToken) message.trackingToken()).getGlobalIndex() > after.value()) {
                    current.add(message);
                }
            }
            ahead.remove();
            bytes -= block.size();
            changed.signalAll();
        }
        return true;
    }

    @Override
    public boolean hasNextAvailable(int timeout, TimeUnit unit) throws InterruptedException {
        long nanos = unit.toNanos(timeout);
        lock.lockInterruptibly();
        try {
            while (!advance()) {
                if (nanos <= 0 || closed) {
                    return false;
                }
                nanos = changed.awaitNanos(nanos);
            }
            return true;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public TrackedEventMessage<?> nextAvailable() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (!advance()) {
                if (closed) {
                    throw new IllegalStateException("the stream is closed");
                }
                changed.await();
            }
            return current.remove();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public boolean setOnAvailableCallback(Runnable onAvailable) {
        locked(() -> callback = onAvailable);
        return true;
    }

    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            callback = null;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        fetcher.interrupt();
    }
}
