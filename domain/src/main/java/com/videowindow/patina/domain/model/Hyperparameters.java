package com.videowindow.patina.domain.model;

import com.videowindow.patina.domain.Check;
import java.util.List;

/**
 * What a model is trained with, beside what people like; the same are the same bytes.
 *
 * @param easePenalty how little rare items are trusted by what goes together
 * @param alike for how many people who like both of two items one facet stands that both have
 * @param easeKept how many weights each item keeps
 * @param factorisations what items have in common, more coarsely and more finely
 * @param unliked weight of what somebody did not like, where what they like has 1
 * @param power of the number of likes that the penalties grow with
 * @param heed how much of the strength of likes factors hear, 0 to 1
 * @param rounds each of people and items once
 * @param seed of where the factors begin
 * @param items how much content at most, that which most people like
 */
public record Hyperparameters(
        double easePenalty,
        double alike,
        int easeKept,
        List<Factorisation> factorisations,
        double unliked,
        double power,
        double heed,
        int rounds,
        long seed,
        int items) {
    private static final int MOST_FACTORISATIONS = 8;

    /**
     * @param factors of each item
     * @param penalty of their squares
     */
    public record Factorisation(int factors, double penalty) {
        public Factorisation {
            if (factors < 1 || factors > 1_024 || !(penalty > 0)) {
                throw new IllegalArgumentException("nothing can be factorised with these");
            }
        }
    }

    public Hyperparameters {
        factorisations = Check.atMost("factorisations", MOST_FACTORISATIONS, factorisations);
        boolean sized = easeKept > 0 && !factorisations.isEmpty() && rounds > 0 && rounds <= 1_000 && items > 0;
        boolean shares = power >= 0 && power <= 1 && heed >= 0 && heed <= 1;
        if (!sized || !shares || !(easePenalty > 0) || !(alike >= 0) || !(unliked > 0)) {
            throw new IllegalArgumentException("nothing can be trained with these");
        }
    }
}
