package com.videowindow.patina.eventlog;

import com.videowindow.patina.domain.LogPosition;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Gathers waiting commits into what becomes one block. Waits for more only when the block before held several commits,
 * so a lone writer never waits. No server checks uniqueness inside one document: of two commits with the same key the
 * second stays for the next block, where the index refuses it.
 */
final class Coalescer {
    private static final long IDLE_MILLIS = 200;

    private final BlockingQueue<Commit> waiting;
    private final Deque<Commit> postponed = new ArrayDeque<>();
    private final EventLogSettings settings;
    private final Clockwork clockwork;
    private int before;

    Coalescer(EventLogSettings settings, Clockwork clockwork) {
        this.settings = settings;
        this.clockwork = clockwork;
        this.waiting = clockwork.queue(settings.queue());
    }

    boolean offer(Commit commit) {
        return waiting.offer(commit);
    }

    int depth() {
        return waiting.size();
    }

    boolean isEmpty() {
        return waiting.isEmpty() && postponed.isEmpty();
    }

    /** All that waits, to be refused. */
    List<Commit> drain() {
        List<Commit> all = new ArrayList<>(postponed);
        postponed.clear();
        waiting.drainTo(all);
        return all.stream().filter(Commit::take).toList();
    }

    /** Settles what was kept back because this block, which was stored since, has its keys. */
    void refusePostponed(Block block) {
        if (postponed.isEmpty()) {
            return;
        }
        Set<String> taken = new HashSet<>();
        block.events().forEach(event -> taken.add(event.key()));
        postponed.removeIf(commit -> {
            String clash =
                    commit.keys().stream().filter(taken::contains).findFirst().orElse(null);
            if (clash != null && commit.take()) {
                commit.settle(new Commit.Outcome.Conflict(clash));
            }
            return clash != null;
        });
    }

    /** What comes next; empty when nobody wrote for a while. */
    List<Commit> next() throws InterruptedException {
        Gathering block = new Gathering();
        Commit first = postponed.isEmpty() ? waiting.poll(IDLE_MILLIS, TimeUnit.MILLISECONDS) : postponed.poll();
        long until = clockwork.nanoTime() + settings.linger().toNanos();
        List<Commit> later = new ArrayList<>();
        for (Commit commit = first; commit != null; commit = following(block, until)) {
            if (!block.add(commit)) {
                later.add(commit);
                if (block.full) {
                    break;
                }
            }
        }
        later.reversed().forEach(postponed::addFirst);
        before = block.commits.size();
        return block.commits;
    }

    private @Nullable Commit following(Gathering block, long until) throws InterruptedException {
        Commit next = postponed.poll();
        if (next == null) {
            next = waiting.poll();
        }
        if (next == null && block.events < settings.blockEvents() && block.commits.size() < before) {
            next = waiting.poll(until - clockwork.nanoTime(), TimeUnit.NANOSECONDS);
        }
        return next;
    }

    private final class Gathering {
        private final List<Commit> commits = new ArrayList<>();
        private final Set<String> keys = new HashSet<>();
        private int events;
        private int bytes;
        private boolean full;

        boolean add(Commit commit) {
            int count = commit.events().size();
            full = !commits.isEmpty()
                    && (events + count > settings.blockEvents() || bytes + commit.size() > settings.blockBytes());
            if (full || commit.keys().stream().anyMatch(keys::contains)) {
                return false;
            }
            if (commit.take()) {
                commits.add(commit);
                keys.addAll(commit.keys());
                events += count;
                bytes += commit.size();
            }
            return true;
        }
    }

    static boolean fitsABlock(List<LoggedEvent> events) {
        long bytes = events.stream().mapToLong(LoggedEvent::size).sum();
        return events.size() <= LogPosition.MAX_EVENTS_PER_BLOCK && bytes <= 15L << 20;
    }
}
