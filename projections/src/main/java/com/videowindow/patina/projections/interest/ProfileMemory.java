package com.videowindow.patina.projections.interest;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.erasure.SubjectErased;
import com.videowindow.patina.domain.part.PartEvent;
import com.videowindow.patina.domain.retention.EndingCompleted;
import com.videowindow.patina.learning.preference.ProfileState;
import com.videowindow.patina.projections.memory.MemoryView;
import com.videowindow.patina.projections.runner.Positioned;
import com.videowindow.patina.projections.store.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Profiles that this node wrote or read lately, bounded by what they hold. Warm with whatever this node projects, so that
 * the last known state can be answered while Elasticsearch is away.
 */
@Component
final class ProfileMemory implements MemoryView {
    /** Entries of all remembered lists together, at about 100 bytes each: an eighth of a small heap. */
    private static final long MOST_ENTRIES =
            Math.min(2_000_000, Runtime.getRuntime().maxMemory() / 8 / 100);

    private final Cache<String, Document<ProfileState>> profiles = Caffeine.newBuilder()
            .maximumWeight(MOST_ENTRIES)
            .weigher((String key, Document<ProfileState> document) -> weight(document.body()))
            .build();

    private static int weight(@Nullable ProfileState state) {
        return state == null
                ? 4
                : 16
                        + state.facets().size()
                        + state.seen().size()
                        + state.dismissed().size();
    }

    @Override
    public boolean concerns(Class<?> event) {
        return event == SubjectErased.class
                || event == EndingCompleted.class
                || PartEvent.class.isAssignableFrom(event);
    }

    @Override
    public void on(Positioned event) {
        switch (event.event()) {
            case SubjectErased erased -> forget(erased.subject());
            case PartEvent part when part.changesWhatIsKnown() -> forget(part.subject());
            case EndingCompleted ended ->
                forgetAll(); // the rebuilt ones stand at the same positions, with less behind them
            default -> {}
        }
    }

    private void forget(SubjectId subject) {
        profiles.invalidate(subject.toString());
    }

    @Nullable
    Document<ProfileState> recall(String key) {
        return profiles.getIfPresent(key);
    }

    /** Keeps the newer one, since a reader and the projection may come in either order. */
    void remember(String key, Document<ProfileState> document) {
        profiles.asMap().merge(key, document, (old, young) -> old.position() > young.position() ? old : young);
    }

    void forgetAll() {
        profiles.invalidateAll();
    }
}
