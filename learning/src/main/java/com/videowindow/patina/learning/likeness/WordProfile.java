package com.videowindow.patina.learning.likeness;

import java.util.Arrays;

/**
 * How much somebody's likes say each word, by number, in a table with open addressing: they say some thousand of the many words of
 * a catalogue, and a small table stays in the processor's cache.
 */
final class WordProfile {
    private static final int FREE = -1;
    private static final int SPREAD = 0x9E3779B9;

    private final int[] words;
    private final int[] sums;
    private final int mask;

    /** @param most words that will be added, counted as often as they are */
    WordProfile(int most) {
        int places = Integer.highestOneBit(Math.max(1, most)) * 4;
        words = new int[places];
        Arrays.fill(words, FREE);
        sums = new int[places];
        mask = places - 1;
    }

    void add(int word, int more) {
        int place = place(word);
        words[place] = word;
        sums[place] += more;
    }

    /** 0 for what nothing says. */
    int of(int word) {
        return sums[place(word)];
    }

    private int place(int word) {
        int place = ((word * SPREAD) >>> 7) & mask;
        while (words[place] != word && words[place] != FREE) {
            place = (place + 1) & mask;
        }
        return place;
    }
}
