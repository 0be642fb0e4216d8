package com.videowindow.patina.query.recommendation;

import java.util.BitSet;
import java.util.function.IntConsumer;

/**
 * Goes through what may be offered, the popular first and the new before the old, so that what is left out when time is up
 * is what would least likely have been chosen. The clock is read once for {@value #AT_ONCE} candidates, which take a small part of a
 * millisecond; so many are always looked at.
 */
final class Scan {
    static final int AT_ONCE = 256;

    private final int[] order;
    private final BitSet eligible;
    private final int all;
    private final Budget budget;
    private int most;

    /** @param order of all that is on the shelf */
    Scan(int[] order, BitSet eligible, Budget budget) {
        this.order = order;
        this.eligible = eligible;
        this.all = eligible.cardinality();
        this.budget = budget;
        this.most = Math.min(all, budget.most());
    }

    /** Once. */
    void forEach(IntConsumer look) {
        if (most == all && (all <= AT_ONCE || !budget.isTimed())) {
            eligible.stream().forEach(look);
        } else {
            inOrder(look);
        }
    }

    private void inOrder(IntConsumer look) {
        int looked = 0;
        for (int content : order) {
            if (eligible.get(content)) {
                if (looked == most || isOver(looked)) {
                    break;
                }
                look.accept(content);
                looked++;
            }
        }
        most = looked;
    }

    private boolean isOver(int looked) {
        return looked > 0 && looked % AT_ONCE == 0 && budget.isSpent();
    }

    /** Whether it may be offered, looked at or not. */
    boolean has(int content) {
        return eligible.get(content);
    }

    int looked() {
        return most;
    }

    boolean isCut() {
        return most < all;
    }
}
