package com.videowindow.patina.learning.ranking;

import com.videowindow.patina.domain.catalog.ContentId;
import com.videowindow.patina.learning.preference.Seen;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;

/**
 * Of which categories what somebody likes is, by shares that add up to 1.
 *
 * <p>Idea: a list is calibrated where its categories have the same shares. Of all that could come next the divergence (Kullback and
 * Leibler) of a list of n from these shares falls most by what has the highest {@code p log((c + 2) / (c + 1))}, where p is the share of
 * its category and c how many of that stand above: with counts in place of frequencies the order is the same, and what each has to
 * gain only falls as the list grows.
 *
 * <p>Reference: Steck, Calibrated recommendations (2018).
 */
public final class Mix {
    /** Of which nothing is known, so everything fits. */
    public static final Mix UNKNOWN = new Mix(new double[0]);

    /** Fewer say nothing of shares. */
    private static final int FEWEST = 5;

    private static final double SMOOTHED = 0.01;

    private static final double[] LEFT = IntStream.rangeClosed(0, 1_000)
            .mapToDouble(above -> StrictMath.log((above + 2.0) / (above + 1.0)) / StrictMath.log(2))
            .toArray();

    private final double[] shares;

    /** @param shares by the numbers of categories */
    private Mix(double[] shares) {
        this.shares = shares;
    }

    /** @param category of content; below 0 where it has none, or is not known any more */
    public static Mix of(List<Seen> likes, ToIntFunction<ContentId> category) {
        Map<Integer, Integer> counts = new HashMap<>();
        for (Seen seen : likes) {
            int number = category.applyAsInt(seen.content());
            if (number >= 0) {
                counts.merge(number, 1, Integer::sum);
            }
        }
        return of(counts);
    }

    /** @param likes how much is liked of each category */
    static Mix of(Map<Integer, Integer> likes) {
        int all = likes.values().stream().mapToInt(Integer::intValue).sum();
        if (all < FEWEST) {
            return UNKNOWN;
        }
        double[] shares = new double[1 + Collections.max(likes.keySet())];
        likes.forEach((category, count) -> shares[category] = (double) count / all);
        return new Mix(shares);
    }

    public boolean isKnown() {
        return shares.length > 0;
    }

    /** Of which anything is liked, ascending. */
    private int[] categories() {
        return IntStream.range(0, shares.length)
                .filter(category -> shares[category] > 0)
                .toArray();
    }

    /** 0 to 1, falling with what stands above: what it does for the list to be like this. */
    double gain(int category, int above) {
        return category >= shares.length ? 0 : shares[category] * LEFT[Math.min(above, LEFT.length - 1)];
    }

    /** How far a list is from it: 0 where shares are the same. */
    public double divergence(Map<Integer, Integer> listed) {
        double all =
                Math.max(1, listed.values().stream().mapToInt(Integer::intValue).sum());
        return IntStream.of(categories())
                .mapToDouble(category -> {
                    double there = listed.getOrDefault(category, 0) / all;
                    double smooth = (1 - SMOOTHED) * there + SMOOTHED * shares[category];
                    return shares[category] * StrictMath.log(shares[category] / smooth);
                })
                .sum();
    }
}
