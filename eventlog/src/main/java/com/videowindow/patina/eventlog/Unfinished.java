package com.videowindow.patina.eventlog;

import java.util.ArrayList;
import java.util.List;

/** The newest section, which is not full yet. */
final class Unfinished {
    private final long number;
    private final List<Hash> leaves = new ArrayList<>();
    private final List<Integer> ids = new ArrayList<>();
    private final List<Long> blocks = new ArrayList<>();
    private long nextBlock;

    Unfinished(long number, long nextBlock) {
        this.number = number;
        this.nextBlock = nextBlock;
    }

    /** Events up to its end. */
    long size() {
        return (number << Section.LEVEL) + leaves.size();
    }

    long nextBlock() {
        return nextBlock;
    }

    void reached(long block) {
        nextBlock = block;
    }

    void add(long block, Hash leaf, String id) {
        if (leaves.size() % Section.GROUP == 0) {
            blocks.add(block);
        }
        leaves.add(leaf);
        ids.add(id.hashCode());
    }

    boolean isFull() {
        return leaves.size() == Section.SIZE;
    }

    Hash perfect(long first, int count) {
        int from = (int) (first - (number << Section.LEVEL));
        return Sections.of(leaves.subList(from, from + count));
    }

    /** What is there of it, as a section. */
    Section section(long next) {
        List<Hash> groups = new ArrayList<>();
        for (int from = 0; from + Section.GROUP <= leaves.size(); from += Section.GROUP) {
            groups.add(Sections.of(leaves.subList(from, from + Section.GROUP)));
        }
        return new Section(number, groups, List.copyOf(blocks), next, List.copyOf(ids));
    }
}
