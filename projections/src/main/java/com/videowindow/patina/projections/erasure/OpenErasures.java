package com.videowindow.patina.projections.erasure;

import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.erasure.ErasureEvent;
import com.videowindow.patina.domain.erasure.ErasureProgress;
import com.videowindow.patina.domain.erasure.ErasureRequested;
import com.videowindow.patina.domain.erasure.ErasureState;
import com.videowindow.patina.projections.memory.Followed;
import com.videowindow.patina.projections.runner.Positioned;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * By person, and for each state in the order in which they are due: who looks for what is to be done finds that alone, however
 * many others wait for their day.
 */
final class OpenErasures {
    static final Comparator<Place> FIRST_DUE = Comparator.comparing(Place::due).thenComparing(Place::erasure);

    /** After all that are due at the same moment. */
    private static final UUID LAST = new UUID(Long.MAX_VALUE, Long.MAX_VALUE);

    private final Followed<SubjectId, ErasureProgress> open = new Followed<>();
    private final Map<ErasureState, NavigableMap<Place, ErasureProgress>> places = new EnumMap<>(ErasureState.class);

    OpenErasures(Comparator<Place> order) {
        for (ErasureState state : ErasureState.values()) {
            places.put(state, new ConcurrentSkipListMap<>(order));
        }
    }

    record Place(Instant due, UUID erasure) {
        static Place of(ErasureProgress one) {
            return new Place(one.due(), one.erasure().value());
        }
    }

    /** Takes in what is newer than what is known; what came to its end is forgotten. */
    void take(Positioned event) {
        ErasureEvent change = (ErasureEvent) event.event();
        open.take(change.subject(), event, before -> {
            ErasureProgress now = after(before, change);
            if (!Objects.equals(now, before)) {
                move(before, now); // within this person's turn, so that two steps of theirs cannot cross
            }
            return now;
        });
    }

    private static @Nullable ErasureProgress after(@Nullable ErasureProgress before, ErasureEvent change) {
        boolean follows = change instanceof ErasureRequested
                || (before != null && before.erasure().equals(change.erasure()));
        if (!follows) {
            return before; // its end was taken in before, as an event of this node
        }
        ErasureProgress now = ErasureProgress.after(before, change);
        return now.state().isOpen() ? now : null;
    }

    private void move(@Nullable ErasureProgress before, @Nullable ErasureProgress now) {
        if (before != null) {
            in(before.state()).remove(Place.of(before));
        }
        if (now != null) {
            in(now.state()).put(Place.of(now), now);
        }
    }

    private NavigableMap<Place, ErasureProgress> in(ErasureState state) {
        return Objects.requireNonNull(places.get(state));
    }

    boolean has(SubjectId subject) {
        return open.has(subject);
    }

    Optional<ErasureProgress> find(SubjectId subject) {
        return open.find(subject);
    }

    Stream<ErasureProgress> all() {
        return open.all();
    }

    List<ErasureProgress> of(ErasureState state) {
        return List.copyOf(in(state).values());
    }

    List<ErasureProgress> due(Instant now) {
        return List.copyOf(
                in(ErasureState.PENDING).headMap(new Place(now, LAST), true).values());
    }
}
