package com.videowindow.patina.api.recommendation;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.videowindow.patina.domain.privacy.PlatformUserId;
import com.videowindow.patina.domain.recommendation.RecommendationId;
import com.videowindow.patina.domain.recommendation.RecommendationsServed;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * The lists that this node served lately: why they are as they are can be asked before their trail is projected, in
 * any language. Bounded by their items, at about two kilobytes each.
 */
@Component
final class RecentLists {

    private record Kept(PlatformUserId user, RecommendationsServed list) {}

    private final Cache<RecommendationId, Kept> lists = Caffeine.newBuilder()
            .maximumWeight(30_000)
            .weigher((RecommendationId id, Kept kept) -> 1 + kept.list().items().size())
            .expireAfterWrite(Duration.ofMinutes(5))
            .build();

    void keep(PlatformUserId user, RecommendationsServed list) {
        lists.put(list.id(), new Kept(user, list));
    }

    Optional<RecommendationsServed> find(PlatformUserId user, RecommendationId id) {
        return Optional.ofNullable(lists.getIfPresent(id))
                .filter(kept -> kept.user().equals(user))
                .map(Kept::list);
    }
}
