package com.videowindow.patina.eventlog;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.videowindow.patina.domain.LogPosition;
import com.videowindow.patina.domain.audit.LogEnd;
import com.videowindow.patina.domain.audit.LogUnavailable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The newest blocks, in memory, once for all readers, and the signal that there are more. The head moves over a block
 * only when it stands on all before it, so no reader sees n+1 before n. What this node writes is published at once; what
 * others write is found by asking for the next block, quickly after a find and up to {@code poll} apart when idle.
 */
final class LogTail implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LogTail.class);
    private static final Duration SHORTEST_POLL = Duration.ofMillis(5);
    private static final Duration AFTER_FAILURE = Duration.ofMillis(250);
    private static final Duration POLL_WHEN_TOLD = Duration.ofSeconds(1);

    /**
     * A reading ends with the block that reaches this, and so does what a reader has ahead: a hundred of the usual blocks,
     * far more than a reading has of them, while a reader that stands still in front of large ones holds little.
     */
    static final long READING_BYTES = 4L << 20;

    /** Events as objects take about this many times their size in the log. */
    static final int OBJECT_WEIGHT = 6;

    private final BlockStore blocks;
    private final EventLogSettings settings;
    private final Cache<Long, ReadableBlock> recent;
    private final EventMapping mapping;
    private final Clockwork clockwork;
    private final Lock lock;
    private final Condition moved;
    private final Clockwork.Task poller;
    private volatile LogEnd end;
    private volatile @Nullable LogUnavailable away;
    private volatile boolean told;
    private volatile boolean closed;

    LogTail(BlockStore blocks, LogEnd end, EventMapping mapping, EventLogSettings settings, Clockwork clockwork) {
        this.blocks = blocks;
        this.mapping = mapping;
        this.settings = settings;
        this.recent = Caffeine.newBuilder()
                .maximumWeight(settings.cacheBytes())
                .weigher((Long number, ReadableBlock block) -> OBJECT_WEIGHT * block.size())
                .executor(Runnable::run)
                .build();
        this.end = end;
        this.clockwork = clockwork;
        this.lock = clockwork.lock();
        this.moved = lock.newCondition();
        this.poller = clockwork.start(Thread.ofVirtual().name("log-tail"), this::poll);
    }

    /** The newest position that readers may see, as this node knows it. */
    LogPosition head() {
        return end.position();
    }

    /** The same, with how many events stand up to there. */
    LogEnd end() {
        return end;
    }

    /** Why the server did not answer when it was last asked for more; absent when it did. */
    @Nullable
    LogUnavailable away() {
        return away;
    }

    /** Whether the server says by itself when there is more: then it need not be asked often. */
    void isTold(boolean now) {
        told = now;
    }

    /** Asks the server whether there is more, first. */
    LogPosition refreshedHead() {
        List<Block> more;
        do {
            more = blocks.read(head().block() + 1, settings.readAhead());
            more.forEach(this::publish);
        } while (more.size() == settings.readAhead());
        return head();
    }

    void publish(Block block) {
        mapping.closed().follow(block);
        recent.asMap().computeIfAbsent(block.number(), number -> new ReadableBlock(block, mapping));
        lock.lock();
        try {
            if (block.number() == head().block() + 1) {
                end = block.end();
                moved.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Blocks are read again, and opened with the keys that are still there. */
    void forgetOpened() {
        recent.invalidateAll();
    }

    boolean isClosed() {
        return closed;
    }

    /** The blocks from this one on, as far as the head and one reading go; never empty behind the head. */
    List<ReadableBlock> read(long from) {
        long until = Math.min(head().block() + 1, from + settings.readAhead());
        List<ReadableBlock> found = new ArrayList<>();
        long bytes = 0;
        for (long number = from; number < until && bytes < READING_BYTES; number++) {
            ReadableBlock known = recent.getIfPresent(number);
            if (known == null) {
                break;
            }
            found.add(known);
            bytes += known.size();
        }
        if (found.isEmpty() && from < until) {
            List<Block> read = blocks.read(from, (int) (until - from), READING_BYTES);
            mapping.prepare(read);
            for (Block block : read) {
                found.add(recent.asMap().computeIfAbsent(block.number(), n -> new ReadableBlock(block, mapping)));
            }
            if (found.isEmpty()) {
                throw blocks.missing(from);
            }
        }
        return found;
    }

    /** Waits until there is a block of this number, or until the time is over. */
    boolean await(long number, Duration atMost) throws InterruptedException {
        long nanos = atMost.toNanos();
        lock.lock();
        try {
            while (head().block() < number && nanos > 0 && !closed) {
                nanos = moved.awaitNanos(nanos);
            }
        } finally {
            lock.unlock();
        }
        return head().block() >= number;
    }

    private void poll() {
        Duration pause = SHORTEST_POLL;
        LogPosition asked = head();
        while (!closed) {
            try {
                clockwork.pause(pause);
                pause = pauseAfter(asked, pause);
                asked = head();
                away = null;
            } catch (RuntimeException | Error e) {
                // Errors too: without this thread nothing of other nodes would be seen until the process is started
                // again.
                if (away == null && !closed) {
                    LOG.warn("The log cannot be read: {}", e.toString());
                }
                away = LogAccess.unavailable("the log does not answer", e);
                pause = AFTER_FAILURE;
            }
        }
    }

    /** While this node writes, it stumbles over what others wrote by itself: nothing needs to be asked. */
    private Duration pauseAfter(LogPosition asked, Duration pause) {
        LogPosition before = head();
        if (!before.equals(asked)) {
            return settings.poll();
        }
        return refreshedHead().equals(before) ? longer(pause) : SHORTEST_POLL;
    }

    private Duration longer(Duration pause) {
        Duration doubled = pause.multipliedBy(2);
        Duration longest = told ? POLL_WHEN_TOLD : settings.poll();
        return doubled.compareTo(longest) < 0 ? doubled : longest;
    }

    @Override
    public void close() {
        closed = true;
        poller.interrupt();
    }
}
