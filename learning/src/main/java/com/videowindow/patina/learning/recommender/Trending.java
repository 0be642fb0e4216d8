package com.videowindow.patina.learning.recommender;

import com.videowindow.patina.domain.catalog.ContentId;
import java.util.Map;

/** How popular content is now, relative to the most popular: an immutable snapshot of {@link TrendingCounts}. */
public final class Trending {

    public static final Trending NONE = new Trending(Map.of());

    private final Map<ContentId, Float> shares;

    Trending(Map<ContentId, Float> shares) {
        this.shares = Map.copyOf(shares);
    }

    /** 0 (nobody) to 1 (the most popular). */
    public float share(ContentId content) {
        return shares.getOrDefault(content, 0f);
    }

    public int size() {
        return shares.size();
    }
}
