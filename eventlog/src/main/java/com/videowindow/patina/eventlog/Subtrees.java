package com.videowindow.patina.eventlog;

/** The perfect subtrees of a tree: all that its proofs are made of. */
interface Subtrees {

    /** Root of the leaves from {@code index << level} on, {@code 1 << level} of them. */
    Hash perfect(int level, long index);
}
