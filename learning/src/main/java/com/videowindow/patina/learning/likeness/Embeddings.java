package com.videowindow.patina.learning.likeness;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Vectors that were supplied with content, each less the mean of all and put to length 1: what all have in common, which
 * makes everything like everything in most such vectors, tells nothing.
 *
 * <p>Cost: one pass to make; as many products as a vector has numbers for each cosine.
 *
 * <p>Reference: Mu and Viswanath, All-but-the-top (2018), for the mean.
 */
final class Embeddings {
    private static final short[] NONE = new short[0];

    private final short[][] vectors;
    private final int length;

    /** @param supplied empty where content has none; those of another length than the most have count as none */
    Embeddings(List<List<Float>> supplied) {
        length = usual(supplied);
        double[] mean = new double[length];
        long many = supplied.stream().filter(own -> own.size() == length).count();
        for (List<Float> own : supplied) {
            for (int i = 0; i < length && own.size() == length; i++) {
                mean[i] += own.get(i) / (double) many;
            }
        }
        vectors = supplied.stream()
                .map(own -> length == 0 || own.size() != length ? NONE : centred(own, mean))
                .toArray(short[][]::new);
    }

    /** Of as many the shorter. */
    private static int usual(List<List<Float>> supplied) {
        TreeMap<Integer, Integer> lengths = new TreeMap<>();
        supplied.stream().filter(own -> !own.isEmpty()).forEach(own -> lengths.merge(own.size(), 1, Integer::sum));
        int usual = 0;
        int most = 0;
        for (Map.Entry<Integer, Integer> length : lengths.entrySet()) {
            if (length.getValue() > most) {
                usual = length.getKey();
                most = length.getValue();
            }
        }
        return usual;
    }

    private static short[] centred(List<Float> own, double[] mean) {
        double square = 0;
        for (int i = 0; i < mean.length; i++) {
            square += (own.get(i) - mean[i]) * (own.get(i) - mean[i]);
        }
        if (!(square > 0)) {
            return NONE;
        }
        short[] vector = new short[mean.length];
        for (int i = 0; i < vector.length; i++) {
            vector[i] = ContentLikeness.inUnits((own.get(i) - mean[i]) / Math.sqrt(square));
        }
        return vector;
    }

    int length() {
        return length;
    }

    boolean knows(int content) {
        return vectors[content].length > 0;
    }

    /** Of two that are known. */
    long product(int one, int other) {
        short[] hers = vectors[one];
        short[] his = vectors[other];
        int sum = 0;
        for (int i = 0; i < length; i++) {
            sum += hers[i] * his[i];
        }
        return sum;
    }

    long product(int[] profile, int content) {
        short[] own = vectors[content];
        long sum = 0;
        for (int i = 0; i < length; i++) {
            sum += (long) profile[i] * own[i];
        }
        return sum;
    }

    void addTo(int[] profile, int content, int times) {
        for (int i = 0; i < length; i++) {
            profile[i] += times * vectors[content][i];
        }
    }
}
