package com.videowindow.patina.learning.recommender;

import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;

/**
 * How popular each item is of late in proportion to how popular it was altogether. What a model learned of all times is
 * turned to now by it: its score times that proportion to a power, as a classifier is turned to other shares of its classes
 * (Saerens, Latinne and Decaestecker 2002). What is asked for as much as ever keeps its score. Immutable.
 */
final class Lately {
    static final List<Double> HALF_LIVES = List.of(3.0, 7.0, 14.0, 30.0, 100.0);
    /** So many people more, of all times, are supposed to like each item: what few like is neither new nor gone. */
    private static final double SMOOTHING = 5;

    private final double halfLife;
    private final double[] logs;

    private Lately(double halfLife, double[] logs) {
        this.halfLife = halfLife;
        this.logs = logs;
    }

    /**
     * @param ages for each item how much people came to like it so many days ago
     * @param halfLife days after which a like says half as much of what is popular of late
     */
    static Lately of(List<SortedMap<Integer, Double>> ages, double halfLife) {
        double[] late = ages.stream()
                .mapToDouble(liked -> liked.entrySet().stream()
                        .mapToDouble(day -> day.getValue() * StrictMath.pow(2, -day.getKey() / halfLife))
                        .sum())
                .toArray();
        double[] ever = ages.stream()
                .mapToDouble(liked ->
                        liked.values().stream().mapToDouble(much -> much).sum())
                .toArray();
        double likes = Arrays.stream(ever).sum();
        double share = likes > 0 ? Arrays.stream(late).sum() / likes : 1;
        double[] logs = new double[late.length];
        Arrays.setAll(
                logs, item -> StrictMath.log((late[item] + share * SMOOTHING) / (share * (ever[item] + SMOOTHING))));
        return new Lately(halfLife, logs);
    }

    static List<Lately> all(List<SortedMap<Integer, Double>> ages) {
        return HALF_LIVES.stream().map(halfLife -> of(ages, halfLife)).toList();
    }

    double halfLife() {
        return halfLife;
    }

    /** What each item's score is multiplied by. */
    double[] scales(double power) {
        return Arrays.stream(logs).map(log -> StrictMath.exp(power * log)).toArray();
    }

    /** What speaks against an item speaks less where it is more popular of late. */
    static double turned(double score, double scale) {
        return score > 0 ? score * scale : score / scale;
    }
}
