package com.videowindow.patina.benchmarks.training;

import com.videowindow.patina.learning.chance.Draw;
import com.videowindow.patina.learning.recommender.Likes;
import com.videowindow.patina.learning.recommender.UserItemMatrix;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Made-up likes: each item is of one craft and some are popular; people like items of their own crafts, and some that are
 * popular.
 *
 * @param facets for each craft its items
 */
record Generated(UserItemMatrix liked, List<int[]> facets) {
    private static final int EACH = 50;
    private static final int ITEMS_OF_A_CRAFT = 50;
    private static final int CRAFTS_OF_A_PERSON = 3;
    private static final double OWN = 0.7;

    static Generated of(int items, int likes, long seed) {
        int crafts = Math.max(1, items / ITEMS_OF_A_CRAFT);
        List<Likes> rows = new ArrayList<>();
        for (int person = 0; person < likes / EACH; person++) {
            rows.add(row(items, crafts, seed, person));
        }
        List<int[]> facets = IntStream.range(0, crafts)
                .mapToObj(craft -> IntStream.iterate(craft, item -> item < items, item -> item + crafts)
                        .toArray())
                .toList();
        return new Generated(UserItemMatrix.weighted(rows, items), facets);
    }

    private static Likes row(int items, int crafts, long seed, long person) {
        BitSet theirs = new BitSet(items);
        for (long draw = 0; theirs.cardinality() < Math.min(EACH, items / 2); draw += 3) {
            long chance = (person << 20) + draw;
            double popularity = Math.pow(Draw.uniform(seed, chance), 3);
            if (Draw.uniform(seed, chance + 1) < OWN) {
                long which = (long) (Draw.uniform(seed, chance + 2) * CRAFTS_OF_A_PERSON);
                int craft = (int) (Draw.uniform(~seed, person * CRAFTS_OF_A_PERSON + which) * crafts);
                theirs.set(Math.min(items - 1, craft + crafts * (int) (popularity * items / crafts)));
            } else {
                theirs.set((int) (popularity * items));
            }
        }
        return Likes.of(theirs.stream().toArray());
    }
}
