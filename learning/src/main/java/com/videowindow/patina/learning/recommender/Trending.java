package com.videowindow.patina.learning.recommender;

import com.videowindow.patina.domain.catalog.ContentId;
import java.util.Map;

/**
 * How popular content is now, relative to the most popular, and how unsure it is how well it is liked: an immutable snapshot of
 * {@link TrendingCounts}.
 */
public final class Trending {

    public static final Trending NONE = new Trending(Map.of(), Doubts.NONE);

    private final Map<ContentId, Float> shares;
    private final Doubts doubts;

    Trending(Map<ContentId, Float> shares, Doubts doubts) {
        this.shares = Map.copyOf(shares);
        this.doubts = doubts;
    }

    /** 0 (nobody) to 1 (the most popular). */
    public float share(ContentId content) {
        return shares.getOrDefault(content, 0f);
    }

    /** 1 (nobody met it, or nobody who counts) falling towards 0 with those who did, whether they like it or not. */
    public float doubt(ContentId content) {
        return doubts.share(content);
    }

    public int size() {
        return shares.size();
    }
}
