package com.videowindow.patina.query.recommendation;

import com.videowindow.patina.domain.catalog.ContentId;
import com.videowindow.patina.learning.preference.Seen;
import java.util.Comparator;
import java.util.List;

/**
 * By what is liked together at this time: what there is before a model was trained. The sum s of how much each like speaks
 * for it, bounded by {@code s / (1 + s)}: each like adds, whatever the others are, so without what a reason names a score is
 * lower. A sum in proportion to the best one, or one that weighs likes by their place among the others, is not.
 */
final class LikedByCrowd implements Together {
    private final Shelf shelf;
    private final List<Seed> seeds;
    private final float[] scores;

    /** Something liked, by the crowd's number. */
    private record Seed(Seen seen, int number, float weight) {}

    /** @param liked newest first */
    LikedByCrowd(Shelf shelf, List<Seen> liked) {
        this.shelf = shelf;
        this.seeds = liked.stream()
                .map(seen ->
                        new Seed(seen, shelf.together().numberOf(seen.content()), (float) Math.min(1, seen.liking())))
                .filter(seed -> seed.number() >= 0)
                .toList();
        this.scores = scores();
    }

    private float[] scores() {
        float[] sums = new float[shelf.together().size()];
        seeds.forEach(seed -> shelf.together().addNeighbours(seed.number(), seed.weight(), sums));
        for (int i = 0; i < sums.length; i++) {
            sums[i] /= 1 + sums[i];
        }
        return sums;
    }

    @Override
    public float of(int content) {
        int number = shelf.togetherNumber(content);
        return number < 0 ? 0 : scores[number];
    }

    @Override
    public List<ContentId> because(int content) {
        int number = shelf.togetherNumber(content);
        record Pull(ContentId seed, double strength) {}
        return seeds.stream()
                .map(seed -> new Pull(
                        seed.seen().content(), seed.weight() * shelf.together().similarity(seed.number(), number)))
                .filter(pull -> pull.strength() > 0)
                .sorted(Comparator.comparingDouble(Pull::strength).reversed().thenComparing(Pull::seed))
                .map(Pull::seed)
                .toList();
    }
}
