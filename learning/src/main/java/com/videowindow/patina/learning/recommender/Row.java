package com.videowindow.patina.learning.recommender;

import com.videowindow.patina.learning.chance.Draw;
import java.util.Arrays;
import java.util.BitSet;
import java.util.stream.IntStream;

/** What one person likes, oldest first, how much, and since how many days before the latest like of all. */
final class Row implements Comparable<Row> {
    private final int[] numbers;
    private final double[] strengths;
    private final int[] days;

    Row(int[] numbers, double[] strengths, int[] days) {
        this.numbers = numbers;
        this.strengths = strengths;
        this.days = days;
    }

    int size() {
        return numbers.length;
    }

    /** Not to be changed. */
    int[] numbers() {
        return numbers;
    }

    int number(int place) {
        return numbers[place];
    }

    /** Rounded as {@link Likes} are. */
    double strength(int place) {
        return Likes.rounded(strengths[place]);
    }

    int daysAgo(int place) {
        return days[place];
    }

    IntStream days() {
        return Arrays.stream(days);
    }

    Likes likes() {
        return Likes.of(numbers, strengths);
    }

    /** All but the last ones. */
    Row before(int last) {
        BitSet lasts = new BitSet();
        lasts.set(numbers.length - last, numbers.length);
        return without(lasts);
    }

    Row without(BitSet places) {
        int[] kept = IntStream.range(0, numbers.length)
                .filter(place -> !places.get(place))
                .toArray();
        return new Row(
                Arrays.stream(kept).map(place -> numbers[place]).toArray(),
                Arrays.stream(kept).mapToDouble(place -> strengths[place]).toArray(),
                Arrays.stream(kept).map(place -> days[place]).toArray());
    }

    BitSet numbersAt(BitSet places) {
        BitSet some = new BitSet();
        places.stream().map(place -> numbers[place]).forEach(some::set);
        return some;
    }

    /** The places of what they came to less than so many days ago. */
    BitSet within(int border) {
        BitSet places = new BitSet();
        IntStream.range(0, days.length).filter(place -> days[place] < border).forEach(places::set);
        return places;
    }

    /**
     * Places by chance: rounded, at least one, none where all would be. The chance is seeded by what they like, since neither
     * who they are nor who else there is may have a part in it.
     */
    BitSet drawn(double share, long[] keys) {
        BitSet places = new BitSet();
        if (numbers.length > 1) {
            long seed = Arrays.stream(numbers).mapToLong(number -> keys[number]).sum();
            IntStream.range(0, numbers.length)
                    .boxed()
                    .sorted((one, other) -> Double.compare(
                            Draw.uniform(seed, keys[numbers[one]]), Draw.uniform(seed, keys[numbers[other]])))
                    .limit(Math.max(1, (long) StrictMath.rint(numbers.length * share)))
                    .forEach(places::set);
        }
        return places;
    }

    @Override
    public int compareTo(Row other) {
        int byNumbers = Arrays.compare(numbers, other.numbers);
        int byStrength = byNumbers != 0 ? byNumbers : Arrays.compare(strengths, other.strengths);
        return byStrength != 0 ? byStrength : Arrays.compare(days, other.days);
    }
}
