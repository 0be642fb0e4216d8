package com.videowindow.patina.projections.recommendation;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.videowindow.patina.domain.LogPosition;
import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.erasure.ErasureStarted;
import com.videowindow.patina.domain.erasure.Erasures;
import com.videowindow.patina.domain.erasure.SubjectErased;
import com.videowindow.patina.domain.part.PartChanges;
import com.videowindow.patina.domain.part.PartErasureStarted;
import com.videowindow.patina.domain.part.PartHidden;
import com.videowindow.patina.domain.privacy.PlatformUserId;
import com.videowindow.patina.domain.recommendation.RecentLists;
import com.videowindow.patina.domain.recommendation.RecommendationId;
import com.videowindow.patina.domain.recommendation.RecommendationsServed;
import com.videowindow.patina.domain.retention.EndingStarted;
import com.videowindow.patina.domain.retention.PeriodsEnded;
import com.videowindow.patina.projections.memory.MemoryView;
import com.videowindow.patina.projections.runner.Positioned;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Bounded by their items, at about two kilobytes each, and by time. What is erased in whole or in part takes its person's
 * lists along, since their reasons may name it, and months that end take everybody's; a list that was made before and comes
 * after is told no more.
 */
@Component
final class ListsOfLate implements RecentLists, MemoryView {
    private static final Duration LATELY = Duration.ofMinutes(5);
    private static final Set<Class<?>> ENDS = Set.of(
            ErasureStarted.class,
            SubjectErased.class,
            PartErasureStarted.class,
            PartHidden.class,
            EndingStarted.class,
            PeriodsEnded.class);

    private final Cache<RecommendationId, Kept> lists = Caffeine.newBuilder()
            .maximumWeight(30_000)
            .weigher((RecommendationId id, Kept kept) -> 1 + kept.list().items().size())
            .expireAfterWrite(LATELY)
            .build();

    private final PartChanges parts;
    private final Erasures erasures;
    private volatile LogPosition monthsEnded = LogPosition.START;

    ListsOfLate(PartChanges parts, Erasures erasures) {
        this.parts = parts;
        this.erasures = erasures;
    }

    private record Kept(PlatformUserId user, RecommendationsServed list) {
        boolean isAbout(SubjectId subject) {
            return list.subject().equals(subject);
        }
    }

    @Override
    public void keep(PlatformUserId user, RecommendationsServed list) {
        if (isWhole(list)) {
            lists.put(list.id(), new Kept(user, list));
        }
    }

    @Override
    public Optional<RecommendationsServed> find(PlatformUserId user, Optional<SubjectId> known, RecommendationId id) {
        return Optional.ofNullable(lists.getIfPresent(id))
                .filter(kept -> kept.user().equals(user))
                .map(Kept::list)
                .filter(list -> list.consents().isEmpty()
                        || known.filter(list.subject()::equals).isPresent())
                .filter(this::isWhole);
    }

    /** Whether it was made from nothing that ended since; without consent it was made from nothing about anybody. */
    private boolean isWhole(RecommendationsServed list) {
        return !erasures.isBeingErased(list.subject())
                && (list.consents().isEmpty()
                        || (!list.mayRestOnWhatWent(parts.changed(list.subject()))
                                && !list.mayRestOnWhatWent(monthsEnded)));
    }

    @Override
    public boolean concerns(Class<?> event) {
        return ENDS.contains(event);
    }

    @Override
    public boolean wantsOwnAtOnce() {
        return true;
    }

    @Override
    public void on(Positioned heard) {
        switch (heard.event()) {
            case ErasureStarted started -> drop(started.subject());
            case SubjectErased erased -> drop(erased.subject());
            case PartErasureStarted started -> drop(started.subject());
            case PartHidden hidden -> drop(hidden.subject());
            default -> {
                monthsEnded = heard.position();
                lists.invalidateAll();
            }
        }
    }

    private void drop(SubjectId subject) {
        lists.asMap().values().removeIf(kept -> kept.isAbout(subject));
    }
}
