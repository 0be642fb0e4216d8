package com.videowindow.patina.eventlog;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Holds every checkpoint against the log that is being read: one that is signed says what the tree was at its size, and a
 * log that ends before it has lost its end. Smaller ones come first; of the same size those that were kept elsewhere, so
 * that a key is out of use only after what the log itself kept of the next.
 */
final class Witnesses {
    private final LongFunction<List<Checkpoints.Kept>> kept;
    private final KnownKeys keys;
    private final Deque<Note> further;
    private final Deque<Checkpoints.Kept> next = new ArrayDeque<>();
    /** Newer ones may be signed over blocks that were not there when the reading began. */
    private final long newest;

    private long read;
    private long agreed;
    /** The newest key that has signed so far. */
    private int rank;

    private Witnesses(LongFunction<List<Checkpoints.Kept>> kept, long newest, KnownKeys keys, List<Note> further) {
        this.kept = kept;
        this.newest = newest;
        this.keys = keys;
        this.further = new ArrayDeque<>(further.stream()
                .sorted(Comparator.comparingLong(Witnesses::size))
                .toList());
    }

    /** @param further checkpoints that were kept elsewhere */
    static Witnesses of(Checkpoints kept, KnownKeys keys, List<Note> further) {
        long there = kept.count();
        return new Witnesses(kept::read, Math.max(there - 1, kept.last()), keys, further);
    }

    static Witnesses none() {
        return new Witnesses(from -> List.of(), -1, new KnownKeys(List.of()), List.of());
    }

    long agreed() {
        return agreed;
    }

    /** @param events of the block that led from one head to the other */
    void see(Head before, Head after, List<LoggedEvent> events) {
        long size = after.tree().size();
        while (true) {
            Checkpoints.Kept ours = peek(after);
            long own = ours == null ? Long.MAX_VALUE : size(ours.note());
            long others = further.isEmpty() ? Long.MAX_VALUE : size(further.element());
            if (Math.min(own, others) > size) {
                return;
            }
            if (ours == null || others <= own) {
                agree(before, after, events, further.remove(), "a checkpoint that was kept elsewhere");
            } else {
                rank = agree(before, after, events, ours.note(), "checkpoint " + ours.number());
                next.remove();
            }
        }
    }

    private static long size(Note note) {
        return Checkpoint.of(note).size();
    }

    /** @return rank of the key that signed */
    private int agree(Head before, Head after, List<LoggedEvent> events, Note note, String name) {
        Checkpoint signed = Checkpoint.of(note);
        String what = name + " over " + signed.size() + " events ";
        int signer = keys.signerOf(note);
        require(signer != KnownKeys.STRANGER, after, what + keys.accused(note));
        require(signer >= rank, after, what + "is signed by a former key, after a later one had taken its place");
        long inBlock = signed.size() - before.tree().size();
        require(inBlock >= 0 && inBlock <= events.size(), after, what + "is not one that this log signed");
        List<Hash> leaves =
                events.subList(0, (int) inBlock).stream().map(LoggedEvent::leaf).toList();
        require(
                before.tree().plus(leaves).root().equals(signed.root()),
                after,
                name + " was signed over other events up to here");
        agreed++;
        return signer;
    }

    private static void require(boolean holds, Head after, String otherwise) {
        if (!holds) {
            throw new BrokenChain(Math.max(0, after.number()), otherwise);
        }
    }

    private Checkpoints.@Nullable Kept peek(Head head) {
        if (next.isEmpty() && read <= newest) {
            for (Checkpoints.Kept each : some(head)) {
                if (each.number() == read && read <= newest) {
                    next.add(each);
                    read++;
                }
            }
            require(!next.isEmpty(), head, "checkpoint " + read + ", which was signed about here, is missing");
        }
        return next.peek();
    }

    private List<Checkpoints.Kept> some(Head head) {
        try {
            List<Checkpoints.Kept> some = kept.apply(read);
            some.forEach(Checkpoints.Kept::checkpoint);
            return some;
        } catch (IllegalArgumentException e) {
            throw new BrokenChain(
                    Math.max(0, head.number()), "a checkpoint signed about here cannot be read: " + e.getMessage());
        }
    }

    /** Nothing more is to come. */
    void end(Head last) {
        Checkpoints.Kept unseen = peek(last);
        Note missing = unseen == null ? further.peek() : unseen.note();
        if (missing != null) {
            throw new BrokenChain(
                    last.number() + 1,
                    "it is missing: a checkpoint was signed over " + size(missing) + " events, of which "
                            + last.tree().size() + " are here");
        }
    }
}
