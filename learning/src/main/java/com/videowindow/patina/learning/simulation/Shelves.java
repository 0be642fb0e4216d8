package com.videowindow.patina.learning.simulation;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** Where people look for works: all of them, and those of one craft or creator, by number, so that a day sees the first of each. */
final class Shelves {
    private static final int TRIES = 25;

    private final List<Work> works;
    private final List<List<Work>> ofCraft = lists(Crafts.KNOWN.size());
    private final List<List<Work>> ofCreator = lists(Creator.COUNT);
    private final double mostAppeal;

    Shelves(List<Work> works) {
        this.works = works;
        works.forEach(work -> {
            ofCraft.get(work.craft()).add(work);
            ofCreator.get(work.creator()).add(work);
        });
        // Of the library alone, so that a longer run of the same world draws the same.
        this.mostAppeal = works.subList(0, Works.LIBRARY).stream()
                .mapToDouble(Work::appeal)
                .max()
                .orElse(0);
    }

    private static List<List<Work>> lists(int count) {
        List<List<Work>> lists = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            lists.add(new ArrayList<>());
        }
        return lists;
    }

    /** Adds one that was not seen, if one is found soon. */
    void any(int day, BitSet seen, List<Work> page, Chance chance) {
        add(works, day, seen, page, chance);
    }

    /** The same, the better made the likelier. */
    void popular(int day, BitSet seen, List<Work> page, Chance chance) {
        for (int i = 0; i < TRIES; i++) {
            Work work = works.get(chance.below(Works.until(day)));
            boolean accepted = chance.happens(StrictMath.exp(work.appeal() - mostAppeal));
            if (accepted && isNew(work, seen, page)) {
                page.add(work);
                return;
            }
        }
    }

    void ofCraft(int craft, int day, BitSet seen, List<Work> page, Chance chance) {
        add(ofCraft.get(craft), day, seen, page, chance);
    }

    void ofCreator(int creator, int day, BitSet seen, List<Work> page, Chance chance) {
        add(ofCreator.get(creator), day, seen, page, chance);
    }

    private static void add(List<Work> from, int day, BitSet seen, List<Work> page, Chance chance) {
        int shown = shown(from, day);
        for (int i = 0; i < TRIES && shown > 0; i++) {
            Work work = from.get(chance.below(shown));
            if (isNew(work, seen, page)) {
                page.add(work);
                return;
            }
        }
    }

    private static int shown(List<Work> from, int day) {
        int low = 0;
        int high = from.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (from.get(middle).number() < Works.until(day)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static boolean isNew(Work work, BitSet seen, List<Work> page) {
        return !seen.get(work.number()) && page.stream().noneMatch(other -> other.number() == work.number());
    }
}
