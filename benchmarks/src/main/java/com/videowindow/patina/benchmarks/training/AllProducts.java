package com.videowindow.patina.benchmarks.training;

import com.videowindow.patina.learning.recommender.CollaborativeModel;
import java.util.Comparator;
import java.util.PriorityQueue;

/** What is nearest by the product with each item, one after the other in memory. */
final class AllProducts {
    private final float[][] vectors;
    private final int found;

    AllProducts(CollaborativeModel model, int found) {
        this.found = found;
        this.vectors = new float[model.items().size()][];
        for (int item = 0; item < vectors.length; item++) {
            vectors[item] = model.vector(item);
        }
    }

    private record Scored(int item, float product) {}

    /** In no order. */
    int[] nearest(float[] person) {
        PriorityQueue<Scored> best = new PriorityQueue<>(Comparator.comparingDouble(Scored::product));
        for (int item = 0; item < vectors.length; item++) {
            float product = product(person, vectors[item]);
            if (best.size() < found) {
                best.add(new Scored(item, product));
            } else if (product > best.element().product()) {
                best.remove();
                best.add(new Scored(item, product));
            }
        }
        return best.stream().mapToInt(Scored::item).toArray();
    }

    private static float product(float[] one, float[] other) {
        float product = 0;
        for (int i = 0; i < one.length; i++) {
            product += one[i] * other[i];
        }
        return product;
    }

    /** Of the factors of all items as a model holds them. */
    long bytes() {
        return vectors.length == 0 ? 0 : (long) Float.BYTES * vectors.length * vectors[0].length;
    }
}
