package com.videowindow.patina.query.recommendation;

import java.util.stream.IntStream;

/**
 * What a list may explore: of a large catalogue one of many equal parts, drawn for each list, since of so many the luckiest of a part
 * are as lucky as those of all, and drawing for all would take longer than ranking. Which part something belongs to follows from
 * its id.
 */
final class Slots {
    private final int[] chances;
    private final int mask;
    private final int[][] having;

    /** @param chances one for each piece, made of its id */
    Slots(int[] chances) {
        this.chances = chances;
        int parts = chances.length <= Candidates.ALL ? 1 : Integer.highestOneBit(chances.length / (Candidates.ALL / 4));
        mask = parts - 1;
        having = IntStream.range(0, parts)
                .mapToObj(slot -> IntStream.range(0, chances.length)
                        .filter(content -> isIn(content, slot))
                        .toArray())
                .toArray(int[][]::new);
    }

    /** @param draws what a list draws by */
    int drawn(long draws) {
        return (int) draws & mask;
    }

    boolean isIn(int content, int slot) {
        return (mix(chances[content]) & mask) == slot;
    }

    int[] having(int slot) {
        return having[slot];
    }

    /** Hashes of ids that differ in their last sign alone differ in little. */
    private static int mix(int hash) {
        int mixed = hash * 0x9E3779B9;
        return mixed ^ mixed >>> 16;
    }
}
