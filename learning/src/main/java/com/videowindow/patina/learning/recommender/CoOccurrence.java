package com.videowindow.patina.learning.recommender;

import com.videowindow.patina.domain.catalog.ContentId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What is liked together: for each piece of content its {@value #NEIGHBOURS} nearest, by who liked both. Immutable and
 * safe to share; made by {@link #train}.
 *
 * <p>Content is numbered by its sorted id, so that ranking can add up in plain arrays.
 */
public final class CoOccurrence {

    public static final int NEIGHBOURS = 50;

    /** So many people who like both would halve what they say. */
    public static final double SHRINKAGE = 5;

    /** What a basket counts is a whole number of these parts. */
    public static final double FIXED_POINT = 1 << 20;

    public static final CoOccurrence NONE = train(List.of());

    private final ContentId[] contents;
    private final Map<ContentId, Integer> numbers;
    private final int[] support;
    private final int[][] neighbours;
    private final float[][] similarities;

    CoOccurrence(
            ContentId[] contents,
            Map<ContentId, Integer> numbers,
            int[] support,
            int[][] neighbours,
            float[][] similarities) {
        this.contents = contents;
        this.numbers = numbers;
        this.support = support;
        this.neighbours = neighbours;
        this.similarities = similarities;
    }

    /** Learns from what people liked; the order of the baskets changes nothing. */
    public static CoOccurrence train(List<Basket> baskets) {
        return new CoOccurrenceTraining(baskets).trained();
    }

    /** Content that was in any basket. */
    public int size() {
        return contents.length;
    }

    /** The content's number, or -1 when nobody liked it. */
    public int numberOf(ContentId content) {
        return numbers.getOrDefault(content, -1);
    }

    public ContentId content(int number) {
        return contents[number];
    }

    /** How many people liked it. */
    public int support(int number) {
        return support[number];
    }

    /** Adds {@code weight} times the similarity to each neighbour's place in {@code scores}. */
    public void addNeighbours(int number, float weight, float[] scores) {
        int[] near = neighbours[number];
        float[] similar = similarities[number];
        for (int i = 0; i < near.length; i++) {
            scores[near[i]] += weight * similar[i];
        }
    }

    /** How much liking one goes with liking the other; 0 beyond the nearest. */
    public double similarity(int from, int to) {
        int[] near = neighbours[from];
        for (int i = 0; i < near.length; i++) {
            if (near[i] == to) {
                return similarities[from][i];
            }
        }
        return 0;
    }

    /** Nearest first. */
    public List<Neighbour> neighbours(ContentId content) {
        int number = numberOf(content);
        if (number < 0) {
            return List.of();
        }
        List<Neighbour> near = new ArrayList<>();
        for (int i = 0; i < neighbours[number].length; i++) {
            near.add(new Neighbour(contents[neighbours[number][i]], similarities[number][i]));
        }
        return near;
    }
}
