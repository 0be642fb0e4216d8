package com.videowindow.patina.api.recommendation;

import com.videowindow.patina.domain.recommendation.RecommendationId;
import java.security.SecureRandom;
import java.util.UUID;

/**
 * Names lists by UUIDv7 (RFC 9562): time first, so that their keys in the log stay nearly in order. The other 74 bits are
 * such that nobody foretells them from lists that they were shown.
 */
final class RecommendationIds {

    private static final SecureRandom RANDOM = new SecureRandom();

    private RecommendationIds() {}

    static RecommendationId next() {
        long high = (System.currentTimeMillis() << 16) | 0x7000 | (RANDOM.nextLong() & 0xFFF);
        long low = (RANDOM.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
        return new RecommendationId(new UUID(high, low));
    }
}
