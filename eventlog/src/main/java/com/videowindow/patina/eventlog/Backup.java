package com.videowindow.patina.eventlog;

import com.mongodb.MongoException;
import com.mongodb.client.MongoDatabase;
import com.videowindow.patina.domain.LogPosition;
import com.videowindow.patina.domain.audit.LogBackup;
import com.videowindow.patina.domain.audit.LogEvidence;
import com.videowindow.patina.domain.audit.LogStatus;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import org.bson.RawBsonDocument;

/**
 * Copies the log and makes it again. Blocks never change and end where the log ended when the copying began, so nothing
 * has to be stopped or locked; both ways each block is made again from its events and the block before it, since a copy
 * that cannot be restored is found out best while the log is still there.
 */
final class Backup implements LogBackup {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int AT_ONCE = 64;
    private static final int BYTES_AT_ONCE = 8 << 20;

    private final RawBlocks raw;
    private final Blocks blocks;
    private final Checkpoints checkpoints;
    private final Supplier<LogEvidence> evidence;
    private final BooleanSupplier signing;

    Backup(MongoDatabase database, LogEvidence evidence) {
        this(database, () -> evidence, () -> true);
    }

    /**
     * @param evidence asked for when needed, since it makes a key where there is none
     * @param signing whether there is a key; a log restored in a home without one is signed when its own has come back
     */
    Backup(MongoDatabase database, Supplier<LogEvidence> evidence, BooleanSupplier signing) {
        this.raw = new RawBlocks(database);
        this.blocks = new Blocks(database, PATIENCE);
        this.checkpoints = new Checkpoints(database);
        this.evidence = evidence;
        this.signing = signing;
    }

    @Override
    public Copy export(Path file, LogPosition since, LongConsumer progress) {
        return LogAccess.available(() -> {
            Head end = blocks.head();
            if (end.number() < 0 || since.compareTo(end.last()) > 0) {
                throw new IllegalArgumentException(
                        "the log ends at position " + end.last().value());
            }
            Head start = before(since);
            String checkpoint = evidence.get().checkpoint(end.last()).orElseThrow();
            try (CopyWriter copy = CopyWriter.to(file)) {
                copy.start(new CopyStart(start, end.tree().size()));
                copyBlocks(start, end, copy, progress);
                long bytes = copy.finish(checkpoint);
                return new Copy(
                        since, end.last(), end.tree().size() - start.tree().size(), bytes);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /** Before the block that holds what comes next; a position within a block takes the whole block again. */
    private Head before(LogPosition since) {
        if (since.block() < 0) {
            return Head.EMPTY;
        }
        Head through = blocks.head(since.block());
        return through.last().equals(since)
                ? through
                : since.block() == 0 ? Head.EMPTY : blocks.head(since.block() - 1);
    }

    private void copyBlocks(Head start, Head end, CopyWriter copy, LongConsumer progress) throws IOException {
        Head head = start;
        while (head.number() < end.number()) {
            List<RawBsonDocument> some = raw.read(head.number() + 1);
            if (some.isEmpty()) {
                throw blocks.missing(head.number() + 1);
            }
            for (RawBsonDocument document : some) {
                if (head.number() < end.number()) {
                    head = head.after(RawBlocks.block(head.number() + 1, document));
                    copy.write(document);
                }
            }
            progress.accept(head.tree().size());
        }
        if (!head.hash().equals(end.hash())) {
            throw new BrokenChain(end.number(), "it was changed while it was copied");
        }
    }

    @Override
    public LogStatus restore(List<Path> files, Until until, LongConsumer progress) {
        return LogAccess.available(() -> {
            blocks.ensureIndexes();
            long there = blocks.last();
            requireBeginning(CopyWalk.start(files.getFirst()).head(), there);
            Optional<Checkpoint> leftOut = checkpoints.abandoned().map(Checkpoint::of);
            Restoring restoring = new Restoring(there, until, leftOut, progress);
            CopyWalk walk = new CopyWalk(Optional.empty());
            walk.through(files, restoring);
            restoring.flush();
            Head end = restoring.head(walk);
            if (end.number() < there) {
                throw new IllegalStateException("the store holds more than what is to be restored");
            }
            if (restoring.wasCut()) {
                checkpoints.goesOnOtherwise(walk.signed());
            } else if (restoring.isStillShort()) {
                checkpoints.isRestored();
            } else {
                checkpoints.goesOnAsSigned();
                if (signing.getAsBoolean()) {
                    evidence.get().sign();
                }
            }
            return FoldedInspection.status(end);
        });
    }

    private void requireBeginning(Head start, long there) {
        if (start.number() > there) {
            throw new IllegalStateException(
                    "the store ends at block " + there + ", and the first copy starts after block " + start.number()
                            + ": restore what comes before it too");
        }
        if (start.number() >= 0) {
            requireSame(start.number(), start.hash());
        }
        if (!start.equals(start.number() < 0 ? Head.EMPTY : blocks.head(start.number()))) {
            throw new IllegalStateException("the copy starts after other events than the store holds up to block "
                    + start.number() + ": its beginning was changed");
        }
    }

    private void requireSame(long number, Hash hash) {
        Block stored = raw.block(number).orElseThrow(() -> blocks.missing(number));
        if (!stored.hash().equals(hash)) {
            throw new IllegalStateException("the store holds another log: its block " + number + " is another");
        }
    }

    /** Stores what the store does not have yet. */
    private final class Restoring implements CopyWalk.Visitor {
        private final long there;
        private final Until until;
        private final LongConsumer progress;
        private final List<Block> waiting = new ArrayList<>();
        private int bytes;
        private Optional<Head> cut = Optional.empty();
        private Optional<Checkpoint> leftOut;

        /** @param leftOut what was signed over more than the store holds, if that is known of it */
        Restoring(long there, Until until, Optional<Checkpoint> leftOut, LongConsumer progress) {
            this.there = there;
            this.until = until;
            this.leftOut = leftOut;
            this.progress = progress;
        }

        @Override
        public void visit(Head before, Block block, Head after) {
            if (wasCut()) {
                return; // what follows is read for its signature alone
            }
            int kept = kept(block);
            if (kept == block.events().size()) {
                take(block);
                leftOut = leftOut.filter(signed -> !isOver(signed, after));
                progress.accept(after.tree().size());
                return;
            }
            cut = Optional.of(before);
            if (kept > 0) {
                Head.Sealed shorter = before.seal(block.events().subList(0, kept), block.writer());
                take(shorter.block());
                cut = Optional.of(shorter.head());
            }
        }

        private static boolean isOver(Checkpoint signed, Head end) {
            return signed.size() == end.tree().size()
                    && signed.root().equals(end.tree().root());
        }

        /** Whether more was signed once than the copies hold. */
        boolean isStillShort() {
            return leftOut.isPresent();
        }

        /** Whether the copies go further than what is stored. */
        boolean wasCut() {
            return cut.isPresent();
        }

        private int kept(Block block) {
            return switch (until) {
                case Until.Everything all -> block.events().size();
                case Until.Position to -> {
                    long beyond = to.last().value() - block.position(0).value() + 1;
                    yield Math.clamp(beyond, 0, block.events().size());
                }
                case Until.Time time -> {
                    long latest = time.latest().toEpochMilli();
                    int kept = 0;
                    while (kept < block.events().size()
                            && (block.at() <= latest || block.events().get(kept).at() <= latest)) {
                        kept++;
                    }
                    yield kept;
                }
            };
        }

        private void take(Block block) {
            if (block.number() == there) {
                requireSame(there, block.hash());
            }
            if (block.number() > there) {
                waiting.add(block);
                bytes += block.size();
                if (waiting.size() == AT_ONCE || bytes >= BYTES_AT_ONCE) {
                    flush();
                }
            }
        }

        void flush() {
            if (!waiting.isEmpty()) {
                checkpoints.isBeingRestored(); // before, since this may be the last that is heard of it
                try {
                    blocks.insertAll(waiting);
                } catch (MongoException e) {
                    throw Durable.isDuplicate(e)
                            ? new IllegalStateException("somebody else writes to this store", e)
                            : e;
                }
                waiting.clear();
                bytes = 0;
            }
        }

        Head head(CopyWalk walk) {
            return cut.orElseGet(walk::head);
        }
    }
}
