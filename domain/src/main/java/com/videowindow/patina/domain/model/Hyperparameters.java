package com.videowindow.patina.domain.model;

/**
 * What a model is trained with, beside what people like; the same are the same bytes.
 *
 * @param easePenalty how little rare items are trusted by what goes together
 * @param easeKept how many weights each item keeps
 * @param factors that items have in common
 * @param unliked weight of what somebody did not like, where what they like has 1
 * @param penalty of the factors' squares
 * @param power of the number of likes that it grows with
 * @param rounds each of people and items once
 * @param seed of where the factors begin
 * @param items how much content at most, that which most people like
 */
public record Hyperparameters(
        double easePenalty,
        int easeKept,
        int factors,
        double unliked,
        double penalty,
        double power,
        int rounds,
        long seed,
        int items) {
    public Hyperparameters {
        boolean sized = easeKept > 0 && factors > 0 && factors <= 1_024 && rounds > 0 && rounds <= 1_000 && items > 0;
        if (!sized || !(easePenalty > 0) || !(unliked > 0) || !(penalty > 0) || !(power >= 0 && power <= 1)) {
            throw new IllegalArgumentException("nothing can be trained with these");
        }
    }
}
