package com.videowindow.patina.domain.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a model is trained with, beside what people like and what content is like; the same are the same bytes.
 *
 * @param easePenalty how little rare items are trusted by what goes together
 * @param easeAlike for how many people who like both of two items one facet stands that both have
 * @param easeKept how many weights each item keeps
 * @param factorizations each of which finds other things that items have in common
 * @param items how much content at most, that which most people like
 * @param easeExact up to how much content what goes together is solved exactly; beyond it is approximated; absent for
 *     {@value #EXACT}
 */
public record Hyperparameters(
        double easePenalty,
        double easeAlike,
        int easeKept,
        List<Factorization> factorizations,
        int items,
        @Nullable Integer easeExact) {
    private static final int MOST = 8;
    private static final int EXACT = 20_000;

    public Hyperparameters {
        factorizations = List.copyOf(factorizations);
        boolean some = !factorizations.isEmpty() && factorizations.size() <= MOST;
        if (!some
                || easeKept < 1
                || items < 1
                || (easeExact != null && easeExact < 1)
                || !(easePenalty > 0)
                || !(easeAlike >= 0)) {
            throw new IllegalArgumentException("nothing can be trained with these");
        }
    }

    public Hyperparameters(
            double easePenalty, double easeAlike, int easeKept, List<Factorization> factorizations, int items) {
        this(easePenalty, easeAlike, easeKept, factorizations, items, null);
    }

    /**
     * One of them.
     *
     * @param factors of each item
     * @param unliked weight of what somebody did not like, where what they like has 1
     * @param penalty of the factors' squares
     * @param power of the number of likes that it grows with
     * @param heed how much is heard of how much something is liked
     * @param rounds each of people and items once
     * @param seed of where the factors begin
     */
    public record Factorization(
            int factors, double unliked, double penalty, double power, double heed, int rounds, long seed) {
        public Factorization {
            boolean sized = factors > 0 && factors <= 1_024 && rounds > 0 && rounds <= 1_000;
            boolean shares = power >= 0 && power <= 1 && heed >= 0 && heed <= 1;
            if (!sized || !shares || !(unliked > 0) || !(penalty > 0)) {
                throw new IllegalArgumentException("nothing can be trained with these");
            }
        }
    }

    /** Of how much content at most what goes together is solved exactly. */
    public int mostExact() {
        return easeExact == null ? EXACT : easeExact;
    }

    /** Of whatever else is drawn by chance. */
    public long seed() {
        return factorizations.getFirst().seed();
    }
}
