package com.videowindow.patina.api.recommendation;

import com.videowindow.patina.domain.recommendation.RecommendationId;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** Names lists by UUIDv7 (RFC 9562): time first, so that their keys in the log stay nearly in order. */
final class RecommendationIds {

    private RecommendationIds() {}

    static RecommendationId next() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        long high = (System.currentTimeMillis() << 16) | 0x7000 | (random.nextLong() & 0xFFF);
        long low = (random.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
        return new RecommendationId(new UUID(high, low));
    }
}
