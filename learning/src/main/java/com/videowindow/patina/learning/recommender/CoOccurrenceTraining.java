package com.videowindow.patina.learning.recommender;

import com.videowindow.patina.domain.catalog.ContentId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * Trains {@link CoOccurrence}.
 *
 * <p>Idea: cosine of the two columns of who liked what, shrunk by {@code both / (both + 5)}, since three people in
 * common prove little; a basket counts by {@code 1 / (1 + ln size)}, since somebody who likes everything says little
 * about what goes together. Sums are whole numbers (fixed point), so they do not depend on the order of baskets.
 *
 * <p>Cost: the sum of the squared basket sizes, bounded by {@link com.videowindow.patina.learning.preference.Liking#MOST} a person; memory: one row of
 * counts at a time.
 *
 * <p>Reference: Deshpande and Karypis, Item-based top-N recommendation algorithms (2004).
 */
final class CoOccurrenceTraining {
    private final ContentId[] contents;
    private final Map<ContentId, Integer> numbers;
    private final UserItemMatrix likes;
    private final long[] weights;
    private final double[] mass;

    CoOccurrenceTraining(List<Basket> liked) {
        TreeSet<ContentId> known = new TreeSet<>();
        liked.forEach(basket -> known.addAll(basket.liked()));
        contents = known.toArray(ContentId[]::new);
        numbers = HashMap.newHashMap(contents.length);
        for (int i = 0; i < contents.length; i++) {
            numbers.put(contents[i], i);
        }
        likes = new UserItemMatrix(
                liked.stream()
                        .map(basket ->
                                basket.liked().stream().mapToInt(numbers::get).toArray())
                        .toList(),
                contents.length);
        weights = new long[likes.users()];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = (long) (CoOccurrence.FIXED_POINT / (1 + StrictMath.log(Math.max(1, likes.itemsOf(i).length))));
        }
        mass = new double[contents.length];
        for (int i = 0; i < contents.length; i++) {
            mass[i] = Arrays.stream(likes.usersOf(i))
                    .mapToLong(person -> weights[person])
                    .sum();
        }
    }

    CoOccurrence trained() {
        int[][] neighbours = new int[contents.length][];
        float[][] similarities = new float[contents.length][];
        Row row = new Row(contents.length);
        for (int item = 0; item < contents.length; item++) {
            for (int person : likes.usersOf(item)) {
                row.add(likes.itemsOf(person), weights[person]);
            }
            Nearest nearest = new Nearest(CoOccurrence.NEIGHBOURS);
            for (int i = 0; i < row.touched; i++) {
                int other = row.items[i];
                if (other != item) {
                    nearest.offer(other, similarity(item, other, row));
                }
            }
            neighbours[item] = nearest.items();
            similarities[item] = nearest.similarities();
            row.clear();
        }
        int[] support = new int[contents.length];
        Arrays.setAll(support, item -> likes.usersOf(item).length);
        return new CoOccurrence(contents, numbers, support, neighbours, similarities);
    }

    private float similarity(int item, int other, Row row) {
        double both = row.people[other];
        return (float) (row.weight[other]
                / StrictMath.sqrt(mass[item] * mass[other])
                * both
                / (both + CoOccurrence.SHRINKAGE));
    }

    /** One row of the co-occurrence matrix, dense, with the list of what was touched. */
    private static final class Row {
        private final long[] weight;
        private final int[] people;
        private final int[] items;
        private int touched;

        Row(int size) {
            weight = new long[size];
            people = new int[size];
            items = new int[size];
        }

        void add(int[] basket, long value) {
            for (int item : basket) {
                if (people[item]++ == 0) {
                    items[touched++] = item;
                }
                weight[item] += value;
            }
        }

        void clear() {
            for (int i = 0; i < touched; i++) {
                weight[items[i]] = 0;
                people[items[i]] = 0;
            }
            touched = 0;
        }
    }
}
