package com.videowindow.patina.query.recommendation;

import java.util.Arrays;
import java.util.BitSet;
import java.util.function.IntConsumer;

/** What was looked at for a list, each once, and what it scores whatever else is in the list. Of a large catalogue it is a small part. */
final class Looked {
    private static final int AT_FIRST = 1_024;

    private final BitSet numbers = new BitSet();
    private int[] contents = new int[AT_FIRST];
    private double[] scores = new double[AT_FIRST];
    private int size;

    void add(int content, double score) {
        if (size == contents.length) {
            contents = Arrays.copyOf(contents, 2 * size);
            scores = Arrays.copyOf(scores, 2 * size);
        }
        numbers.set(content);
        contents[size] = content;
        scores[size] = score;
        size++;
    }

    boolean has(int content) {
        return numbers.get(content);
    }

    int size() {
        return size;
    }

    /** For each place, in the order in which they were looked at. */
    void forEachPlace(IntConsumer look) {
        for (int place = 0; place < size; place++) {
            look.accept(place);
        }
    }

    int content(int place) {
        return contents[place];
    }

    double score(int place) {
        return scores[place];
    }
}
