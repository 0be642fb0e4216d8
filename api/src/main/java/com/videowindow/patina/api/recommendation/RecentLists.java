package com.videowindow.patina.api.recommendation;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.videowindow.patina.domain.consent.Purpose;
import com.videowindow.patina.domain.privacy.PlatformUserId;
import com.videowindow.patina.domain.recommendation.RecommendationId;
import com.videowindow.patina.domain.recommendation.RecommendationsServed;
import com.videowindow.patina.query.recommendation.Explanation;
import com.videowindow.patina.query.recommendation.Recommendations;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * The lists that this node served lately: why they are as they are can be asked before their trail is projected. Bounded
 * by their items, at about two kilobytes each.
 */
@Component
final class RecentLists {

    private record Kept(PlatformUserId user, Explanation explanation) {}

    private final Cache<RecommendationId, Kept> lists = Caffeine.newBuilder()
            .maximumWeight(30_000)
            .weigher((RecommendationId id, Kept list) ->
                    1 + list.explanation().items().size())
            .expireAfterWrite(Duration.ofMinutes(5))
            .build();

    void keep(PlatformUserId user, Recommendations list, Instant at) {
        RecommendationsServed served = list.served();
        List<Purpose> consents = served == null ? List.of() : served.consents();
        lists.put(
                list.id(),
                new Kept(
                        user,
                        new Explanation(
                                list.id(),
                                at,
                                list.algorithm(),
                                list.model(),
                                list.position(),
                                consents,
                                list.fallback(),
                                list.items())));
    }

    Optional<Explanation> find(PlatformUserId user, RecommendationId id) {
        return Optional.ofNullable(lists.getIfPresent(id))
                .filter(kept -> kept.user().equals(user))
                .map(Kept::explanation);
    }
}
