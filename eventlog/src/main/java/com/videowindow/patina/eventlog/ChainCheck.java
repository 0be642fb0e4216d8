package com.videowindow.patina.eventlog;

import com.videowindow.patina.domain.audit.Verification;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.LongConsumer;
import org.bson.RawBsonDocument;

/**
 * Reads the whole log and makes each block again from its events and the block before. What a block holds cannot change
 * without changing it; that blocks are missing in between shows by their number, at the end by a checkpoint alone. The
 * next blocks are fetched while these are checked. Costs two hashes an event and one reading of the log.
 */
final class ChainCheck {
    private final RawBlocks blocks;
    private final Witnesses witnesses;
    private final LongConsumer progress;
    private Head head = Head.EMPTY;

    ChainCheck(RawBlocks blocks, Witnesses witnesses, LongConsumer progress) {
        this.blocks = blocks;
        this.witnesses = witnesses;
        this.progress = progress;
    }

    Verification run() {
        try (ExecutorService ahead = Executors.newVirtualThreadPerTaskExecutor()) {
            witnesses.see(head, head, List.of());
            walk(ahead);
            witnesses.end(head);
            return new Verification.Sound(FoldedInspection.status(head), witnesses.agreed());
        } catch (BrokenChain e) {
            return new Verification.Damaged(e.block(), e.what(), head.tree().size());
        }
    }

    private void walk(ExecutorService ahead) {
        List<RawBsonDocument> some = blocks.read(0);
        while (!some.isEmpty()) {
            long next = head.number() + 1 + some.size();
            CompletableFuture<List<RawBsonDocument>> coming =
                    CompletableFuture.supplyAsync(() -> blocks.read(next), ahead);
            some.forEach(this::check);
            some = finished(coming);
            if (some.isEmpty() && blocks.count() > head.number() + 1) {
                some = blocks.read(next); // it was written meanwhile, or it is not there
                requireSome(some);
            }
        }
        if (head.number() < 0 && blocks.count() > 0) {
            requireSome(some);
        }
    }

    private void requireSome(List<RawBsonDocument> some) {
        if (some.isEmpty()) {
            throw new BrokenChain(head.number() + 1, "it is missing, although other blocks are there");
        }
    }

    private static List<RawBsonDocument> finished(CompletableFuture<List<RawBsonDocument>> coming) {
        try {
            return coming.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException known ? known : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the log was checked", e);
        }
    }

    private void check(RawBsonDocument document) {
        Block block = RawBlocks.block(head.number() + 1, document);
        Head after = head.after(block);
        witnesses.see(head, after, block.events());
        head = after;
        progress.accept(head.tree().size());
    }
}
