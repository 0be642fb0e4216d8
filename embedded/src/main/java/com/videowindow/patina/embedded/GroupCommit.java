package com.videowindow.patina.embedded;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.jspecify.annotations.Nullable;

/**
 * Makes a command durable before it is acknowledged. Commands apply side by side under the read lock; a commit takes the
 * write lock, so it never falls into the middle of one, and is on the disk before any command that it holds returns. One
 * thread commits for all that have applied meanwhile: with n writers waiting, a sync costs each of them 1/n.
 */
final class GroupCommit {
    private final MVStore store;
    private final ReentrantReadWriteLock applying = new ReentrantReadWriteLock();
    private final ReentrantLock committing = new ReentrantLock();
    private final AtomicLong begun = new AtomicLong();
    private volatile long durable;
    private int durablyFreed;
    private volatile @Nullable MVStoreException failure;

    /** A command's result, and which one it was. */
    private record Applied<T>(T result, long number) {}

    /** What a commit holds: commands up to this one, and none of so much freed space. */
    private record Committed(long command, int freed) {}

    GroupCommit(MVStore store) {
        this.store = store;
    }

    <T> T durably(Supplier<T> command) {
        Applied<T> mine = soon(() -> {
            long number = begun.incrementAndGet(); // before it can be read
            return new Applied<>(command.get(), number);
        });
        commitAtLeast(mine.number());
        return mine.result();
    }

    /** What was read up to now is on the disk after this: nobody is told what a crash could take back. */
    void settle() {
        commitAtLeast(begun.get());
    }

    /** What ended the store, if it ended; every later failure only says that it did. */
    MVStoreException reason(MVStoreException later) {
        MVStoreException first = failure;
        return first == null ? later : first;
    }

    /** Applies what need not be durable yet; it is with the next commit, whoever makes it. */
    <T> T soon(Supplier<T> command) {
        applying.readLock().lock();
        try {
            return command.get();
        } finally {
            applying.readLock().unlock();
        }
    }

    private void commitAtLeast(long wanted) {
        if (durable >= wanted) return;
        committing.lock();
        try {
            if (durable >= wanted) return;
            MVStoreException before = failure;
            if (before != null) throw before;
            Committed reached = commit();
            store.sync();
            durable = reached.command();
            durablyFreed = reached.freed();
        } catch (MVStoreException e) {
            // Never tried again: after a failed sync the next may succeed without what the first one lost.
            failure = e;
            store.closeImmediately();
            throw e;
        } finally {
            committing.unlock();
        }
    }

    /**
     * The header is renewed with every commit, which H2 does only for one that follows a clean shutdown. Otherwise it finds
     * the newest part by following parts from an older header, and a part on the way may be overwritten by then.
     */
    private Committed commit() {
        applying.writeLock().lock();
        try {
            PatientFile file = (PatientFile) store.getFileStore();
            file.release(durablyFreed);
            durablyFreed = 0;
            store.getStoreHeader().put("clean", 1);
            store.commit();
            return new Committed(begun.get(), file.freed());
        } finally {
            applying.writeLock().unlock();
        }
    }
}
