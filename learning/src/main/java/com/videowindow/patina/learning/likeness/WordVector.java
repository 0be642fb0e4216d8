package com.videowindow.patina.learning.likeness;

/** The weightiest words of one piece, by number and ascending, of length 1 in {@link ContentLikeness#UNIT}s. */
final class WordVector {
    private final int[] words;
    private final short[] weights;

    WordVector(int[] words, short[] weights) {
        this.words = words;
        this.weights = weights;
    }

    long product(WordVector other) {
        long sum = 0;
        int i = 0;
        int j = 0;
        while (i < words.length && j < other.words.length) {
            int one = words[i];
            int two = other.words[j];
            if (one == two) {
                sum += (long) weights[i] * other.weights[j];
            }
            i += one <= two ? 1 : 0;
            j += two <= one ? 1 : 0;
        }
        return sum;
    }

    long product(WordProfile profile) {
        long sum = 0;
        for (int i = 0; i < words.length; i++) {
            sum += (long) profile.of(words[i]) * weights[i];
        }
        return sum;
    }

    int size() {
        return words.length;
    }

    void addTo(WordProfile profile, int times) {
        for (int i = 0; i < words.length; i++) {
            profile.add(words[i], times * weights[i]);
        }
    }
}
