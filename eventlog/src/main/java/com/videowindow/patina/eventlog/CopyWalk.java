package com.videowindow.patina.eventlog;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.bson.RawBsonDocument;
import org.jspecify.annotations.Nullable;

/** Goes through copies that follow each other, and makes each block again from the one before. */
final class CopyWalk {
    private final Optional<KnownKeys> keys;
    private @Nullable Head start;
    private @Nullable Head head;
    private @Nullable Note signed;
    private long checkpoints;

    CopyWalk(Optional<KnownKeys> keys) {
        this.keys = keys;
    }

    /** What to do with a block that is right. */
    interface Visitor {
        void visit(Head before, Block block, Head after);
    }

    /** The log before the first of the copies. */
    Head start() {
        return start == null ? Head.EMPTY : start;
    }

    /** How far it came. */
    Head head() {
        return head == null ? Head.EMPTY : head;
    }

    /** Events that were in the copies and are right. */
    long events() {
        return head().tree().size() - start().tree().size();
    }

    /** What the last of the copies was signed with; known once it was read to its end. */
    Note signed() {
        return Objects.requireNonNull(signed);
    }

    /** Checkpoints that agreed. */
    long checkpoints() {
        return checkpoints;
    }

    static CopyStart start(Path file) {
        try (CopyReader copy = CopyReader.of(file)) {
            return copy.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void through(List<Path> files, Visitor visitor) {
        for (Path file : files) {
            try (CopyReader copy = CopyReader.of(file)) {
                requireOrder(file, copy.start().head());
                through(copy, visitor);
            } catch (IOException e) {
                throw new UncheckedIOException("cannot read " + file, e);
            }
        }
    }

    private void through(CopyReader copy, Visitor visitor) throws IOException {
        follow(copy.start().head());
        for (RawBsonDocument next = copy.block(); next != null; next = copy.block()) {
            long number = next.isInt64("_id") ? next.getInt64("_id").longValue() : -1;
            if (number < 0 || number > head().number()) {
                Block block = RawBlocks.block(head().number() + 1, next);
                Head after = head().after(block);
                visitor.visit(head(), block, after);
                head = after;
            } else if (number == head().number()) {
                same(RawBlocks.block(number, next).hash());
            }
        }
        agree(copy.checkpoint());
        signed = copy.checkpoint();
    }

    /** What a copy begins with before the first of them would be passed over as known. */
    private void requireOrder(Path file, Head begins) {
        if (start != null && begins.number() < start.number()) {
            throw new UnreadableCopy(
                    file.getFileName() + ": it begins before the first of the copies; name them in order");
        }
    }

    private void follow(Head begins) {
        if (begins.number() < 0 && !begins.equals(Head.EMPTY)) {
            throw new BrokenChain(0, "the copy starts after events that are in no block");
        }
        if (head == null) {
            start = begins;
            head = begins;
        } else if (begins.number() > head.number()) {
            throw new BrokenChain(head.number() + 1, "it is in none of the copies");
        } else if (begins.number() == head.number()) {
            same(begins.hash());
            if (!begins.equals(head)) {
                throw new BrokenChain(head.number(), "the copy starts after other events than stand there");
            }
        }
    }

    private void same(Hash there) {
        if (!there.equals(Objects.requireNonNull(head).hash())) {
            throw new BrokenChain(
                    head.number(), "the copies are of different logs, or of one that was changed between");
        }
    }

    private void agree(Note note) {
        keys.filter(known -> known.signerOf(note) == KnownKeys.STRANGER).ifPresent(known -> {
            throw new BrokenChain(head().number(), "the checkpoint of the copy " + known.accused(note));
        });
        Checkpoint signed = Checkpoint.of(note);
        Tree tree = head().tree();
        if (signed.size() < tree.size()) {
            return; // an earlier copy went further
        }
        if (signed.size() > tree.size() || !signed.root().equals(tree.root())) {
            throw new BrokenChain(head().number(), "the checkpoint of the copy was signed over other events");
        }
        checkpoints++;
    }
}
