package com.videowindow.patina.eventlog;

import com.mongodb.MongoException;
import com.mongodb.MongoTimeoutException;
import com.videowindow.patina.domain.audit.LogBusy;
import com.videowindow.patina.domain.audit.LogUnavailable;
import com.videowindow.patina.eventlog.Commit.Outcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes the log, one block at a time, on one thread.
 *
 * <p>Optimistic tail: block n+1 is inserted only after block n was seen; {@code _id} is unique, so of several nodes one
 * wins the place and the others read its block and try again behind it. Hence no gaps and no sequencer. A duplicate key
 * names only the first index it hit, so after any, all keys are looked up: commits that stand there under their own event
 * ids landed in an attempt whose acknowledgement was lost (a retry regroups, so neither number nor writer tells), those
 * that stand there under others are conflicts and fail alone, the rest goes again. When an outcome is unknown, the tail
 * is read again before anything else is written.
 */
final class Committer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Committer.class);
    private static final int CATCH_UP = 64;
    private static final Duration RETRY_PAUSE = Duration.ofMillis(2);
    private static final int LONGEST_WAIT = 10;

    private final BlockStore blocks;
    private final LogTail tail;
    private final ClosedKeys closed;
    private final EventLogSettings settings;
    private final LogMetrics metrics;
    private final String writer;
    private final Settling settling;
    private final Coalescer coalescer;
    private final Clockwork clockwork;
    private final Clockwork.Task thread;
    private volatile boolean closing;
    /** When the log was last seen to grow, by whomever. */
    private volatile long lastSign;
    /** The end of the chain as seen last; absent while unknown. Only the committer's thread uses it. */
    private @Nullable Head head;

    private long highest;

    Committer(
            BlockStore blocks,
            Head head,
            LogTail tail,
            ClosedKeys closed,
            EventLogSettings settings,
            LogMetrics metrics,
            String writer,
            Clockwork clockwork) {
        this.blocks = blocks;
        this.head = head;
        this.highest = head.number();
        this.tail = tail;
        this.closed = closed;
        this.settings = settings;
        this.metrics = metrics;
        this.writer = writer;
        this.clockwork = clockwork;
        this.lastSign = clockwork.nanoTime();
        this.settling = new Settling(blocks, metrics);
        this.coalescer = new Coalescer(settings, clockwork);
        metrics.watch(coalescer);
        this.thread = clockwork.start(Thread.ofPlatform().name("log-committer").daemon(), this::run);
    }

    /**
     * Queues events to be stored together.
     *
     * @param asOf how many closings of keys were known before they were sealed
     * @throws LogBusy when too much waits already
     */
    Commit submit(List<LoggedEvent> events, long asOf) {
        return submitAll(List.of(events), asOf).getFirst();
    }

    /** Queues several commits. @throws LogBusy when there is not room for all of them; then none is stored */
    List<Commit> submitAll(List<List<LoggedEvent>> all, long asOf) {
        List<Commit> commits =
                all.stream().map(events -> new Commit(events, asOf, clockwork)).toList();
        List<Commit> sound =
                commits.stream().filter(commit -> !isRefused(commit)).toList();
        if (!sound.isEmpty() && (closing || !coalescer.offerAll(sound))) {
            throw new LogBusy(closing ? "the log is closing" : "too many writes wait for the log");
        }
        return commits;
    }

    /** One that has a key twice is in its own way: no server would see it inside one document. */
    private boolean isRefused(Commit commit) {
        Set<String> seen = new HashSet<>();
        Optional<String> doubled =
                commit.keys().stream().filter(key -> !seen.add(key)).findFirst();
        doubled.ifPresent(key -> {
            metrics.conflicted(1);
            commit.settle(new Outcome.Conflict(key));
        });
        return doubled.isPresent();
    }

    /** Waits as long as the log shows signs of life: one that is busy is not one that is away. */
    Outcome await(Commit commit) {
        long patience = settings.patience().toNanos();
        long since = commit.submitted();
        long left = patience;
        while (!commit.await(left)) {
            since = Math.max(since, lastSign);
            left = since + patience - clockwork.nanoTime();
            if (left <= 0 || commit.isOlderThan(settings.patience().multipliedBy(LONGEST_WAIT))) {
                return commit.take()
                        ? new Outcome.Unavailable("the log is too busy; nothing was stored", null, true)
                        : new Outcome.Unavailable("the log did not answer in time", null, false);
            }
        }
        return commit.outcome();
    }

    private void run() {
        while (!closing || !coalescer.isEmpty()) {
            try {
                List<Commit> next = coalescer.next();
                if (!next.isEmpty()) {
                    write(next);
                }
            } catch (InterruptedException e) {
                LOG.warn("The committer does not stop by interruption", e);
            } catch (RuntimeException | Error e) {
                LOG.error("The committer stumbled and goes on", e);
                clockwork.pause(RETRY_PAUSE);
            }
        }
        refuse(coalescer.drain(), "the log is closing", null, true);
    }

    private void write(List<Commit> commits) {
        List<Commit> open = new ArrayList<>(commits);
        try {
            while (!open.isEmpty()) {
                if (insert(open)) {
                    return;
                }
                int before = open.size();
                boolean moved = catchUp();
                settling.settle(open);
                if (!moved && open.size() == before) {
                    clockwork.pause(RETRY_PAUSE);
                    giveUpLate(open);
                }
                if (!open.isEmpty()) {
                    metrics.retried();
                }
            }
        } catch (RuntimeException | Error e) {
            // Errors too: without this thread nobody would write until the process is started again.
            head = null;
            LOG.warn("The log cannot be written: {}", e.toString());
            refuse(open, "the log is not available", e, false);
            refuse(coalescer.drain(), "the log is not available; nothing was stored", e, true);
        }
    }

    /** @return false when the place or a key was taken, or when nobody knows */
    private boolean insert(List<Commit> open) {
        Head known = knownHead();
        refuseClosed(open);
        if (open.isEmpty()) {
            return true;
        }
        List<LoggedEvent> events =
                open.stream().flatMap(commit -> commit.events().stream()).toList();
        Head.Sealed sealed = known.seal(events, writer);
        try {
            blocks.insert(sealed.block());
        } catch (MongoTimeoutException e) {
            throw e; // no server was found: nothing was sent
        } catch (MongoException e) {
            if (!Durable.isDuplicate(e)) {
                LOG.info(
                        "Whether block {} was stored is unknown: {}",
                        sealed.block().number(),
                        e.toString());
                head = null;
            }
            return false;
        }
        advance(sealed.block(), sealed.head());
        landed(open, sealed.block());
        return true;
    }

    /** After the end of the log is known, and for each try: what lands in its place was checked against all before it. */
    private void refuseClosed(List<Commit> open) {
        open.removeIf(commit -> {
            boolean late = !closed.isCurrent(commit);
            if (late) {
                commit.settle(new Outcome.KeysClosed());
            }
            return late;
        });
    }

    private Head knownHead() {
        Head known = head;
        if (known == null) {
            known = blocks.head();
            closed.skip();
            if (known.number() < highest) {
                throw new LogUnavailable("the server answers with an older log than it did", null);
            }
            highest = known.number();
            head = known;
        }
        return known;
    }

    private void advance(Block block, Head now) {
        lastSign = clockwork.nanoTime();
        head = now;
        highest = block.number();
        tail.publish(block);
    }

    private boolean catchUp() {
        Head known = knownHead();
        long before = known.number();
        List<Block> more;
        do {
            more = blocks.read(known.number() + 1, CATCH_UP);
            for (Block block : more) {
                known = known.after(block);
                advance(block, known);
            }
        } while (more.size() == CATCH_UP);
        return known.number() > before;
    }

    private void landed(List<Commit> open, Block block) {
        int offset = 0;
        for (Commit commit : open) {
            int last = offset + commit.events().size() - 1;
            commit.settle(new Outcome.Landed(block.position(offset), block.position(last)));
            offset = last + 1;
        }
        metrics.conflicted(coalescer.refusePostponed(block));
        metrics.stored(block);
    }

    private void giveUpLate(List<Commit> open) {
        List<Commit> late = open.stream()
                .filter(commit -> commit.isOlderThan(settings.patience()))
                .toList();
        open.removeAll(late);
        refuse(late, "the log did not accept it in time", null, false);
    }

    private static void refuse(List<Commit> commits, String why, @Nullable Throwable cause, boolean nothingStored) {
        commits.forEach(commit -> commit.settle(new Outcome.Unavailable(why, cause, nothingStored)));
    }

    /** Stores what waits, then stops. */
    @Override
    public void close() {
        closing = true;
        try {
            thread.join(settings.patience().multipliedBy(2));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
