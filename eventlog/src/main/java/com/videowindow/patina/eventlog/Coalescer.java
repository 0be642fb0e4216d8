package com.videowindow.patina.eventlog;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
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

    private final Room room;
    private final BlockingQueue<Commit> waiting;
    private final Deque<Commit> postponed = new ArrayDeque<>();
    private final EventLogSettings settings;
    private final Clockwork clockwork;
    private int before;

    Coalescer(EventLogSettings settings, Clockwork clockwork) {
        this.settings = settings;
        this.clockwork = clockwork;
        this.room = new Room(settings.queue(), settings.queueBytes());
        this.waiting = clockwork.queue();
    }

    /** @return false when there is not room for all of them; then none of them is stored */
    boolean offerAll(List<Commit> commits) {
        return room.enter(commits) && waiting.addAll(commits);
    }

    int depth() {
        return room.commits();
    }

    boolean isEmpty() {
        return depth() == 0;
    }

    /** All that waits, to be refused. */
    List<Commit> drain() {
        List<Commit> all = new ArrayList<>(postponed);
        postponed.clear();
        waiting.drainTo(all);
        all.forEach(room::leave);
        return all.stream().filter(Commit::take).toList();
    }

    /** Settles what was kept back because this block, which was stored since, has its keys. @return how many */
    int refusePostponed(Block block) {
        if (postponed.isEmpty()) {
            return 0;
        }
        Set<String> taken = new HashSet<>();
        block.events().forEach(event -> taken.add(event.key()));
        int refused = 0;
        for (Iterator<Commit> each = postponed.iterator(); each.hasNext(); ) {
            Commit commit = each.next();
            Optional<String> clash =
                    commit.keys().stream().filter(taken::contains).findFirst();
            if (clash.isPresent()) {
                each.remove();
                room.leave(commit);
                if (commit.take()) {
                    commit.settle(new Commit.Outcome.Conflict(clash.get()));
                    refused++;
                }
            }
        }
        return refused;
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
            room.leave(commit);
            if (commit.take()) {
                commits.add(commit);
                keys.addAll(commit.keys());
                events += count;
                bytes += commit.size();
            }
            return true;
        }
    }
}
