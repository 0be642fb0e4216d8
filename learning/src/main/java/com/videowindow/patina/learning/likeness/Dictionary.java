package com.videowindow.patina.learning.likeness;

import java.util.Arrays;
import java.util.List;

/** All words of a catalogue, numbered, with how many pieces say each. Open addressing: a catalogue has millions of words. */
final class Dictionary {
    private final int mask;
    private final int[] words;
    private final int[] numbers;
    private final int[] saying;
    private int size;

    Dictionary(List<WordCounts> catalogue) {
        int most = catalogue.stream().mapToInt(WordCounts::size).sum();
        mask = Math.max(1, Integer.highestOneBit(Math.max(1, most)) * 4) - 1;
        words = new int[mask + 1];
        numbers = new int[mask + 1];
        saying = new int[most];
        Arrays.fill(numbers, -1);
        for (WordCounts counts : catalogue) {
            for (int i = 0; i < counts.size(); i++) {
                saying[number(counts.word(i))]++;
            }
        }
    }

    private int number(int word) {
        int slot = slot(word);
        if (numbers[slot] < 0) {
            words[slot] = word;
            numbers[slot] = size++;
        }
        return numbers[slot];
    }

    private int slot(int word) {
        int slot = (word ^ word >>> 15) & mask;
        while (numbers[slot] >= 0 && words[slot] != word) {
            slot = slot + 1 & mask;
        }
        return slot;
    }

    /** Of a word of the catalogue. */
    int numberOf(int word) {
        return numbers[slot(word)];
    }

    int saying(int number) {
        return saying[number];
    }

    int size() {
        return size;
    }
}
