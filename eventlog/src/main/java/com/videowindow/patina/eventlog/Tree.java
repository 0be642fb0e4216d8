package com.videowindow.patina.eventlog;

import java.util.ArrayList;
import java.util.List;

/**
 * The Merkle tree of RFC 6962 over all events, of which only the frontier is kept: the roots of the perfect subtrees
 * that the binary digits of the size name, largest first. Adding a leaf costs one hash on average, the root about
 * log2(size) hashes, and nothing but the frontier is ever needed to go on.
 */
record Tree(long size, List<Hash> frontier) {
    static final Tree EMPTY = new Tree(0, List.of());

    private static final byte[] LEAF = {0};
    private static final byte[] NODE = {1};

    Tree {
        frontier = List.copyOf(frontier);
        if (frontier.size() != Long.bitCount(size)) {
            throw new IllegalArgumentException("a tree of " + size + " leaves has " + Long.bitCount(size)
                    + " hashes in its frontier, not " + frontier.size());
        }
    }

    static Hash leaf(byte[] header, Hash payload) {
        return Hash.sha256(LEAF, header, payload.bytes());
    }

    static Hash node(Hash left, Hash right) {
        return Hash.sha256(NODE, left.bytes(), right.bytes());
    }

    Tree plus(List<Hash> leaves) {
        List<Hash> peaks = new ArrayList<>(frontier);
        long count = size;
        for (Hash leaf : leaves) {
            peaks.add(leaf);
            count++;
            for (long rest = count; (rest & 1) == 0; rest >>= 1) {
                Hash right = peaks.removeLast();
                peaks.add(node(peaks.removeLast(), right));
            }
        }
        return new Tree(count, peaks);
    }

    Hash root() {
        if (frontier.isEmpty()) {
            return Hash.sha256();
        }
        Hash root = frontier.getLast();
        for (int i = frontier.size() - 2; i >= 0; i--) {
            root = node(frontier.get(i), root);
        }
        return root;
    }
}
