package com.videowindow.patina.eventlog;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Checks proofs as RFC 9162 writes it down in 2.1.3.2 and 2.1.4.2, from the proof alone. */
final class ProofRules {
    private ProofRules() {}

    /** The root that a tree with this leaf at this place has; empty when the path has the wrong length. */
    static Optional<Hash> root(Hash leaf, long index, long size, List<Hash> path) {
        if (index < 0 || index >= size) {
            return Optional.empty();
        }
        Hash root = leaf;
        long place = index;
        long last = size - 1;
        for (Hash sibling : path) {
            if (last == 0) {
                return Optional.empty();
            }
            if ((place & 1) == 1 || place == last) {
                root = Tree.node(sibling, root);
                int up = (place & 1) == 1 ? 0 : rise(place);
                place >>= up;
                last >>= up;
            } else {
                root = Tree.node(root, sibling);
            }
            place >>= 1;
            last >>= 1;
        }
        return last == 0 ? Optional.of(root) : Optional.empty();
    }

    static boolean consistent(Checkpoint before, Checkpoint now, List<Hash> path) {
        if (before.size() == now.size()) {
            return path.isEmpty() && before.root().equals(now.root());
        }
        if (before.size() == 0) {
            return path.isEmpty() && before.root().equals(Tree.EMPTY.root());
        }
        if (before.size() > now.size() || path.isEmpty()) {
            return false;
        }
        List<Hash> all = new ArrayList<>(path);
        if (Long.bitCount(before.size()) == 1) {
            all.addFirst(before.root());
        }
        return leadsToBoth(before, now, all);
    }

    private static boolean leadsToBoth(Checkpoint before, Checkpoint now, List<Hash> path) {
        int common = Long.numberOfTrailingZeros(before.size());
        long place = (before.size() - 1) >> common;
        long last = (now.size() - 1) >> common;
        Hash smaller = path.getFirst();
        Hash larger = path.getFirst();
        for (Hash sibling : path.subList(1, path.size())) {
            if (last == 0) {
                return false;
            }
            if ((place & 1) == 1 || place == last) {
                smaller = Tree.node(sibling, smaller);
                larger = Tree.node(sibling, larger);
                int up = (place & 1) == 1 ? 0 : rise(place);
                place >>= up;
                last >>= up;
            } else {
                larger = Tree.node(larger, sibling);
            }
            place >>= 1;
            last >>= 1;
        }
        return last == 0 && smaller.equals(before.root()) && larger.equals(now.root());
    }

    /** How far up the rightmost leaf stands alone. */
    private static int rise(long place) {
        return place == 0 ? 0 : Long.numberOfTrailingZeros(place);
    }
}
