package com.videowindow.patina.learning.recommender;

import com.videowindow.patina.domain.catalog.ContentId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/**
 * How much newcomers' likes count for each piece of content, so that a burst of new accounts moves nothing.
 *
 * <p>Idea: what is good is liked by newcomers and by others in about the same proportion. Where newcomers are more than
 * that, each counts for less, so that together they count as the proportion allows; without anybody else's like they count
 * nothing. Whoever wants to push something needs accounts that were about for days, or the likes of people who are. The
 * proportion is the median over content, which one burst does not move. Where most of the crowd is new, as in a young
 * market, nobody can vouch, and all count in full.
 *
 * <p>Cost: a sort of the content at each training. Limit: accounts that are kept for {@link Liked#ESTABLISHED_AFTER} count
 * as anybody's.
 *
 * <p>Reference: the bound is that of SumUp (Tran et al., Sybil-resilient online content voting, 2009), with time about
 * in the place of a social graph.
 */
final class Vouching {
    private static final int FEWEST_CONTENT = 20;
    private static final int FEWEST_LIKES = 5;

    private final Map<ContentId, Double> shares;

    private Vouching(Map<ContentId, Double> shares) {
        this.shares = shares;
    }

    /** How many like something, of those who were about for a while and of newcomers. */
    record Heads(ContentId content, int established, int newcomers) {
        private double newcomersToOne() {
            return (double) newcomers / established;
        }

        private boolean isTelling() {
            return established >= FEWEST_LIKES;
        }
    }

    static Vouching of(Stream<Heads> all) {
        Heads[] heads = all.toArray(Heads[]::new);
        double[] telling = Arrays.stream(heads)
                .filter(Heads::isTelling)
                .mapToDouble(Heads::newcomersToOne)
                .sorted()
                .toArray();
        double usual = telling.length < FEWEST_CONTENT ? Double.POSITIVE_INFINITY : telling[telling.length / 2];
        Map<ContentId, Double> shares = new HashMap<>();
        if (usual < 1) {
            for (Heads each : heads) {
                if (each.newcomers() > usual * each.established()) {
                    shares.put(each.content(), usual * each.established() / each.newcomers());
                }
            }
        }
        return new Vouching(shares);
    }

    /** 0 (newcomers' likes of this count nothing) to 1 (as everybody's). */
    double ofNewcomers(ContentId content) {
        return shares.getOrDefault(content, 1.0);
    }
}
