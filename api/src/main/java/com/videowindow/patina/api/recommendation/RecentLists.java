package com.videowindow.patina.api.recommendation;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.videowindow.patina.api.security.Caller;
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

    /** One that was served to this caller; a personal one only to the same person, who may have been erased since. */
    Optional<RecommendationsServed> find(Caller caller, RecommendationId id) {
        return Optional.ofNullable(lists.getIfPresent(id))
                .filter(kept -> kept.user().equals(caller.user()))
                .map(Kept::list)
                .filter(list -> list.consents().isEmpty()
                        || caller.known().filter(list.subject()::equals).isPresent());
    }
}
