package com.videowindow.patina.eventlog;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Spliterators;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * Batches of the log in order, of which the next two are read while one is used: the server works on the one, the driver
 * decodes the other. A reader that stops leaves at most these two to finish by themselves. Asked again at the end it goes on
 * when there is more, on which Axon's own store relies.
 *
 * @param <T> what a batch is made of
 */
final class ReadAhead<T> extends Spliterators.AbstractSpliterator<List<T>> {
    private static final int BATCHES = 2;
    private static final Executor BESIDE =
            task -> Thread.ofVirtual().name("log-read-ahead").start(task);

    private final BiFunction<Long, Long, List<T>> read;
    private final LongSupplier last;
    private final long size;
    private final Deque<CompletableFuture<List<T>>> ahead = new ArrayDeque<>();
    private long next;
    private long end;

    /**
     * @param first number of the first block
     * @param last asks for the number of the newest block
     * @param size of a batch, in blocks
     * @param read reads the blocks from the one number to before the other
     */
    ReadAhead(long first, LongSupplier last, long size, BiFunction<Long, Long, List<T>> read) {
        super(Long.MAX_VALUE, ORDERED | NONNULL);
        this.next = first;
        this.last = last;
        this.size = size;
        this.read = read;
        this.end = last.getAsLong() + 1;
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
    public boolean tryAdvance(Consumer<? super List<T>> action) {
        if (ahead.isEmpty()) {
            end = last.getAsLong() + 1;
            fill();
        }
        CompletableFuture<List<T>> batch = ahead.poll();
        if (batch == null) {
            return false;
        }
        fill();
        action.accept(joined(batch));
        return true;
    }

    private List<T> joined(CompletableFuture<List<T>> batch) {
        try {
            return batch.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }
}
