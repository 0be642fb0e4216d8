package com.videowindow.patina.eventlog;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.BiFunction;

/**
 * Batches of the log in order, of which the next two are read while one is used: the server works on the one, the driver
 * decodes the other. A reader that stops leaves at most these two to finish by themselves.
 *
 * @param <T> what a batch is made of
 */
final class ReadAhead<T> implements Iterator<List<T>> {
    private static final int BATCHES = 2;
    private static final Executor BESIDE =
            task -> Thread.ofVirtual().name("log-read-ahead").start(task);

    private final BiFunction<Long, Long, List<T>> read;
    private final long end;
    private final long size;
    private final Deque<CompletableFuture<List<T>>> ahead = new ArrayDeque<>();
    private long next;

    /**
     * @param first number of the first block
     * @param end one more than the last block's
     * @param size of a batch, in blocks
     * @param read reads the blocks from the one number to before the other
     */
    ReadAhead(long first, long end, long size, BiFunction<Long, Long, List<T>> read) {
        this.next = first;
        this.end = end;
        this.size = size;
        this.read = read;
        fill();
    }

    private void fill() {
        while (ahead.size() < BATCHES && next < end) {
            long from = next;
            long until = Math.min(end, from + size);
            ahead.add(CompletableFuture.supplyAsync(() -> read.apply(from, until), BESIDE));
            next = until;
        }
    }

    @Override
    public boolean hasNext() {
        return !ahead.isEmpty();
    }

    @Override
    public List<T> next() {
        if (ahead.isEmpty()) {
            throw new NoSuchElementException();
        }
        CompletableFuture<List<T>> batch = ahead.remove();
        fill();
        try {
            return batch.join();
        } catch (CompletionException e) {
            ahead.clear();
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }
}
