package com.videowindow.patina.eventlog;

import com.mongodb.MongoCommandException;
import com.videowindow.patina.domain.audit.Verification;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.LongConsumer;
import org.bson.RawBsonDocument;

/**
 * Reads the whole log and makes each block again from its events and the block before. What a block holds cannot change
 * without changing it; that blocks are missing in between shows by their number, at the end by a checkpoint alone. Costs
 * two hashes an event and one reading of the log.
 *
 * <p>Most of that needs no block but its own: decoding, writing again and the leaves are done on all cores, two batches
 * ahead, while one thread goes along the chain and judges. So it is the first bad block that is named, whatever was found
 * of later ones before.
 */
final class ChainCheck {
    private static final int BATCHES = 3;

    private final RawBlocks blocks;
    private final Witnesses witnesses;
    private final LongConsumer progress;
    private final Queue<Future<List<Future<Block>>>> ahead = new ArrayDeque<>();
    private long asked;
    private Head head = Head.EMPTY;

    ChainCheck(RawBlocks blocks, Witnesses witnesses, LongConsumer progress) {
        this.blocks = blocks;
        this.witnesses = witnesses;
        this.progress = progress;
    }

    Verification run() {
        try (ExecutorService cores =
                        Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
                ExecutorService reading = Executors.newVirtualThreadPerTaskExecutor()) {
            witnesses.see(head, head, List.of());
            walk(reading, cores);
            witnesses.end(head);
            return new Verification.Sound(FoldedInspection.status(head), witnesses.agreed());
        } catch (BrokenChain e) {
            return new Verification.Damaged(e.block(), e.what(), head.tree().size(), head.last());
        } catch (MongoCommandException e) {
            return new Verification.Damaged(
                    head.number() + 1, unreadable(e), head.tree().size(), head.last());
        }
    }

    private void walk(ExecutorService reading, ExecutorService cores) {
        boolean more = true;
        while (more) {
            List<Future<Block>> some = next(reading, cores);
            some.forEach(this::check);
            if (some.isEmpty()) {
                more = blocks.count() > head.number() + 1;
                requireNext(more);
            }
            if (some.size() < RawBlocks.AT_ONCE) {
                ahead.clear(); // it ended here, but may have grown meanwhile
                asked = head.number() + 1;
            }
        }
    }

    private List<Future<Block>> next(ExecutorService reading, ExecutorService cores) {
        while (ahead.size() < BATCHES) {
            long from = asked;
            ahead.add(reading.submit(() -> made(from, cores)));
            asked += RawBlocks.AT_ONCE;
        }
        return finished(ahead.remove());
    }

    private List<Future<Block>> made(long from, ExecutorService cores) {
        List<Future<Block>> made = new ArrayList<>();
        try {
            for (RawBsonDocument document : blocks.read(from)) {
                long number = from + made.size();
                made.add(cores.submit(() -> alone(number, document)));
            }
            return made;
        } catch (MongoCommandException e) {
            requireAnswers(e);
            return oneByOne(from, cores);
        }
    }

    /** A server that cannot read one block of a batch does not say which. */
    private List<Future<Block>> oneByOne(long from, ExecutorService cores) {
        List<Future<Block>> made = new ArrayList<>();
        for (long next = from; next < from + RawBlocks.AT_ONCE; next++) {
            long number = next;
            try {
                Optional<RawBsonDocument> found = blocks.document(number);
                if (found.isEmpty()) {
                    return made;
                }
                made.add(cores.submit(() -> alone(number, found.get())));
            } catch (MongoCommandException e) {
                made.add(CompletableFuture.failedFuture(new BrokenChain(number, unreadable(e))));
                return made;
            }
        }
        return made;
    }

    /** A server that stands still says nothing about its blocks. */
    private static void requireAnswers(MongoCommandException e) {
        if (LogAccess.isDiskFull(e)) {
            throw LogAccess.unavailable("the log is not available", e);
        }
    }

    private static String unreadable(MongoCommandException e) {
        return "the server cannot read it: "
                + e.getErrorMessage().lines().findFirst().orElse("");
    }

    private static Block alone(long number, RawBsonDocument document) {
        Block block = RawBlocks.block(number, document);
        Head.requireLeaves(block);
        return block;
    }

    /** What was written meanwhile is there now. */
    private void requireNext(boolean more) {
        if (more && blocks.read(head.number() + 1).isEmpty()) {
            throw new BrokenChain(head.number() + 1, "it is missing, although other blocks are there");
        }
    }

    private static <T> T finished(Future<T> coming) {
        try {
            return coming.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException known ? known : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the log was checked", e);
        }
    }

    private void check(Future<Block> made) {
        Block block = finished(made);
        Head after = head.linked(block);
        witnesses.see(head, after, block.events());
        head = after;
        progress.accept(head.tree().size());
    }
}
