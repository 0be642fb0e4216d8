package com.videowindow.patina.query.recommendation;

import com.videowindow.patina.domain.catalog.ContentId;
import com.videowindow.patina.learning.preference.Seen;
import java.util.Comparator;
import java.util.List;

/** By what is liked together at this time: what there is before a model was trained. */
final class LikedByCrowd implements Together {
    private static final double HALF_AFTER_SEEDS = 50;
    private static final float SURE_AFTER = 3;

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

    /** Newer likes weigh more. Relative to the best match, and less sure with few likes to go by. */
    private float[] scores() {
        float[] sums = new float[shelf.together().size()];
        for (int i = 0; i < seeds.size(); i++) {
            float weight = (float) (seeds.get(i).weight() * StrictMath.pow(0.5, i / HALF_AFTER_SEEDS));
            shelf.together().addNeighbours(seeds.get(i).number(), weight, sums);
        }
        float most = 0;
        for (float score : sums) {
            most = Math.max(most, score);
        }
        float scale = most == 0 ? 0 : seeds.size() / (seeds.size() + SURE_AFTER) / most;
        for (int i = 0; i < sums.length; i++) {
            sums[i] *= scale;
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
