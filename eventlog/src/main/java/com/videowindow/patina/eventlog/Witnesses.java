package com.videowindow.patina.eventlog;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.function.LongFunction;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Holds every checkpoint against the log that is being read: one that is signed says what the tree was at its size, and a
 * log that ends before it has lost its end.
 */
final class Witnesses {
    private final LongFunction<List<Checkpoints.Kept>> kept;
    private final Predicate<Note> isOurs;
    private final Deque<Note> further;
    private final Deque<Checkpoints.Kept> next = new ArrayDeque<>();
    /** Newer ones may be signed over blocks that were not there when the reading began. */
    private final long newest;

    private long read;
    private long agreed;

    private Witnesses(
            LongFunction<List<Checkpoints.Kept>> kept, long newest, Predicate<Note> isOurs, List<Note> further) {
        this.kept = kept;
        this.newest = newest;
        this.isOurs = isOurs;
        this.further = new ArrayDeque<>(further.stream()
                .sorted(Comparator.comparingLong(note -> Checkpoint.of(note).size()))
                .toList());
    }

    /** @param further checkpoints that were kept elsewhere */
    static Witnesses of(Checkpoints kept, VerifierKey key, List<Note> further) {
        long newest = kept.newest().map(Checkpoints.Kept::number).orElse(-1L);
        return new Witnesses(kept::read, newest, note -> note.isSignedBy(key), further);
    }

    static Witnesses none() {
        return new Witnesses(from -> List.of(), -1, note -> false, List.of());
    }

    long agreed() {
        return agreed;
    }

    /** @param events of the block that led from one head to the other */
    void see(Head before, Head after, List<LoggedEvent> events) {
        for (Checkpoints.Kept signed = peek();
                signed != null && signed.checkpoint().size() <= after.tree().size();
                signed = peek()) {
            agree(before, after, events, signed.note(), "checkpoint " + signed.number());
            next.remove();
        }
        while (!further.isEmpty()
                && Checkpoint.of(further.element()).size() <= after.tree().size()) {
            agree(before, after, events, further.remove(), "a checkpoint that was kept elsewhere");
        }
    }

    private void agree(Head before, Head after, List<LoggedEvent> events, Note note, String what) {
        Checkpoint signed = Checkpoint.of(note);
        long inBlock = signed.size() - before.tree().size();
        boolean inOrder = inBlock >= 0 && inBlock <= events.size();
        if (!isOurs.test(note) || !inOrder) {
            throw new BrokenChain(
                    after.number(), what + " over " + signed.size() + " events is not one that this log signed");
        }
        List<Hash> leaves =
                events.subList(0, (int) inBlock).stream().map(LoggedEvent::leaf).toList();
        if (!before.tree().plus(leaves).root().equals(signed.root())) {
            throw new BrokenChain(after.number(), what + " was signed over other events up to here");
        }
        agreed++;
    }

    private Checkpoints.@Nullable Kept peek() {
        if (next.isEmpty() && read <= newest) {
            kept.apply(read).stream().filter(each -> each.number() <= newest).forEach(next::add);
            read = next.isEmpty() ? newest + 1 : next.getLast().number() + 1;
        }
        return next.peek();
    }

    /** Nothing more is to come. */
    void end(Head last) {
        Checkpoints.Kept unseen = peek();
        Note missing = unseen == null ? further.peek() : unseen.note();
        if (missing != null) {
            throw new BrokenChain(
                    last.number() + 1,
                    "it is missing: a checkpoint was signed over "
                            + Checkpoint.of(missing).size() + " events, of which "
                            + last.tree().size() + " are here");
        }
    }
}
