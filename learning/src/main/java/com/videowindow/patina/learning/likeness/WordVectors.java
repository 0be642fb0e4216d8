package com.videowindow.patina.learning.likeness;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What each piece of a catalogue is about, by its words.
 *
 * <p>Idea: a word weighs {@code (1 + log tf) log((1 + n) / (1 + df))}: the more it is said, ever less for saying it again, and the
 * more the fewer others say it. What nobody else says tells nothing of likeness. Of each piece the {@value #KEPT}
 * weightiest words are kept, and put to length 1, so that products of two are cosines.
 *
 * <p>Cost: two passes over the words of the catalogue to make; one over the kept words of both for each cosine.
 *
 * <p>Reference: Salton and Buckley, Term-weighting approaches in automatic text retrieval (1988).
 */
final class WordVectors {
    private static final int KEPT = 32;
    private static final double STEPS = 1 << 12;

    private final WordVector[] vectors;

    WordVectors(List<WordCounts> catalogue) {
        Dictionary dictionary = new Dictionary(catalogue);
        int words = dictionary.size();
        double[] rareness = new double[words];
        for (int word = 0; word < words; word++) {
            int saying = dictionary.saying(word);
            rareness[word] = saying < 2 ? 0 : StrictMath.log((1.0 + catalogue.size()) / (1.0 + saying));
        }
        vectors = catalogue.stream()
                .map(counts -> vector(counts, dictionary, rareness))
                .toArray(WordVector[]::new);
    }

    private static WordVector vector(WordCounts counts, Dictionary dictionary, double[] rareness) {
        long[] heaviest = new long[counts.size()];
        for (int i = 0; i < heaviest.length; i++) {
            double rare = rareness[dictionary.numberOf(counts.word(i))];
            long weight = (long) StrictMath.rint(STEPS * counts.said(i) * rare);
            heaviest[i] = -weight << Integer.SIZE | Integer.toUnsignedLong(counts.word(i));
        }
        Arrays.sort(heaviest);
        long[] kept = Arrays.stream(heaviest)
                .filter(key -> weight(key) > 0)
                .limit(KEPT)
                .map(key -> (long) dictionary.numberOf((int) key) << Integer.SIZE | weight(key))
                .sorted()
                .toArray();
        double square = Arrays.stream(kept)
                .mapToDouble(key -> (double) (int) key * (int) key)
                .sum();
        int[] words = new int[kept.length];
        short[] weights = new short[words.length];
        for (int i = 0; i < words.length; i++) {
            words[i] = (int) (kept[i] >>> Integer.SIZE);
            weights[i] = ContentLikeness.inUnits((int) kept[i] / Math.sqrt(square));
        }
        return new WordVector(words, weights);
    }

    private static long weight(long key) {
        return -(key >> Integer.SIZE);
    }

    /** With room for what these say. */
    WordProfile profileOf(int[] contents) {
        return new WordProfile(
                IntStream.of(contents).map(content -> of(content).size()).sum());
    }

    WordVector of(int content) {
        return vectors[content];
    }
}
