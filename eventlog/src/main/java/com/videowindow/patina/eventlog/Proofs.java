package com.videowindow.patina.eventlog;

import java.util.ArrayList;
import java.util.List;

/**
 * Makes the proofs of RFC 6962, 2.1.1 and 2.1.2, for any two sizes of one tree. A tree splits at the largest power of two
 * below its size, so everything to the left of a split is a perfect subtree, and a proof asks for about 2 log2(size) of
 * them; what one costs is the business of {@link Subtrees}.
 */
record Proofs(Subtrees subtrees) {

    Hash root(long size) {
        return size == 0 ? Tree.EMPTY.root() : hash(0, size);
    }

    /** From the leaf's sibling up to the child of the root. */
    List<Hash> inclusion(long index, long size) {
        if (index < 0 || index >= size) {
            throw new IllegalArgumentException("a tree of " + size + " leaves has no leaf " + index);
        }
        List<Hash> path = new ArrayList<>();
        long from = 0;
        long until = size;
        while (until - from > 1) {
            long middle = from + split(until - from);
            if (index < middle) {
                path.add(hash(middle, until));
                until = middle;
            } else {
                path.add(hash(from, middle));
                from = middle;
            }
        }
        return path.reversed();
    }

    /** That the tree of the larger size begins with the tree of the smaller. */
    List<Hash> consistency(long before, long size) {
        if (before < 0 || before > size) {
            throw new IllegalArgumentException("a tree of " + size + " leaves does not begin with " + before);
        }
        List<Hash> path = new ArrayList<>();
        long from = 0;
        long until = size;
        while (before > 0 && before != until) {
            long middle = from + split(until - from);
            if (before <= middle) {
                path.add(hash(middle, until));
                until = middle;
            } else {
                path.add(hash(from, middle));
                from = middle;
            }
        }
        if (from > 0) {
            path.add(hash(from, until)); // otherwise it is the smaller root itself, which the verifier has
        }
        return path.reversed();
    }

    private Hash hash(long from, long until) {
        long size = until - from;
        if (Long.bitCount(size) == 1) {
            return subtrees.perfect(Long.numberOfTrailingZeros(size), from / size);
        }
        long middle = from + split(size);
        return Tree.node(hash(from, middle), hash(middle, until));
    }

    private static long split(long size) {
        return Long.highestOneBit(size - 1);
    }
}
