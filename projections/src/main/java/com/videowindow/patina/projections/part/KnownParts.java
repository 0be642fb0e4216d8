package com.videowindow.patina.projections.part;

import com.videowindow.patina.domain.LogPosition;
import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.erasure.ErasureId;
import com.videowindow.patina.domain.erasure.Fences;
import com.videowindow.patina.domain.part.OpenParts;
import com.videowindow.patina.domain.part.PartErasureRequested;
import com.videowindow.patina.domain.part.PartErasureStarted;
import com.videowindow.patina.domain.part.PartEvent;
import com.videowindow.patina.domain.part.PartForgotten;
import com.videowindow.patina.domain.part.PartHidden;
import com.videowindow.patina.domain.part.PartProgress;
import com.videowindow.patina.domain.part.Places;
import com.videowindow.patina.projections.memory.Followed;
import com.videowindow.patina.projections.memory.MemoryView;
import com.videowindow.patina.projections.runner.Positioned;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Open erasures of parts in memory, those of this node at once. What was sealed under keys that were destroyed on any node
 * leaves the memory of this one as soon as its reader comes by.
 */
@Component
final class KnownParts implements OpenParts, MemoryView {
    private static final Comparator<PartProgress> OLDEST_FIRST = Comparator.comparing(PartProgress::requested)
            .thenComparing(one -> one.erasure().value());

    private final Followed<ErasureId, Known> open = new Followed<>();
    private final Map<SubjectId, Set<ErasureId>> theirs = new ConcurrentHashMap<>();
    private final Set<ErasureId> forgotten = ConcurrentHashMap.newKeySet();
    private final Map<SubjectId, LogPosition> started = new ConcurrentHashMap<>();
    private final Map<SubjectId, LogPosition> changed = new ConcurrentHashMap<>();
    private final Fences fences;
    private volatile boolean ready;

    KnownParts(Fences fences) {
        this.fences = fences;
    }

    /** @param hidden where its facts stand, unpacked once */
    private record Known(PartProgress progress, Set<LogPosition> hidden) {}

    @Override
    public boolean concerns(Class<?> event) {
        return PartEvent.class.isAssignableFrom(event);
    }

    @Override
    public boolean wantsOwnAtOnce() {
        return true;
    }

    @Override
    public void on(Positioned event) {
        take(event);
        if (event.event() instanceof PartErasureStarted start) {
            started.put(start.subject(), event.position());
        }
        if (event.event() instanceof PartForgotten gone) {
            forgotten.add(gone.erasure());
            fences.evict(gone.subject());
        }
    }

    /** One whose beginning another node stored waits for the reader, as that beginning does. */
    @Override
    public void onOwn(Positioned event) {
        PartEvent change = (PartEvent) event.event();
        if (change instanceof PartErasureRequested || open.has(change.erasure())) {
            take(event);
        }
    }

    /** Takes in what is newer than what is known; what came to its end is forgotten. */
    private void take(Positioned event) {
        PartEvent change = (PartEvent) event.event();
        if (change instanceof PartHidden || change instanceof PartErasureStarted) {
            changed.merge(change.subject(), event.position(), (one, other) -> one.covers(other) ? one : other);
        }
        theirs.compute(change.subject(), (subject, before) -> {
            Set<ErasureId> now = before == null ? ConcurrentHashMap.newKeySet() : before;
            if (open.take(change.erasure(), event, known -> after(known, change))) {
                now.add(change.erasure());
            } else {
                now.remove(change.erasure());
            }
            return now.isEmpty() ? null : now;
        });
    }

    private static @Nullable Known after(@Nullable Known known, PartEvent change) {
        if (known == null && !(change instanceof PartErasureRequested)) {
            return null;
        }
        PartProgress now = PartProgress.after(known == null ? null : known.progress, change);
        Places places = now.places();
        return now.state().isOpen() ? new Known(now, places == null ? Set.of() : places.positions()) : null;
    }

    @Override
    public void caughtUp() {
        ready = true;
    }

    @Override
    public boolean isReady() {
        return ready;
    }

    @Override
    public boolean isForgotten(ErasureId erasure) {
        return forgotten.contains(erasure);
    }

    @Override
    public Map<SubjectId, LogPosition> started() {
        return Map.copyOf(started);
    }

    @Override
    public LogPosition changed(SubjectId subject) {
        return changed.getOrDefault(subject, LogPosition.START);
    }

    @Override
    public Optional<PartProgress> find(ErasureId erasure) {
        return open.find(erasure).map(Known::progress);
    }

    private Stream<Known> known(SubjectId subject) {
        return theirs.getOrDefault(subject, Set.of()).stream().flatMap(erasure -> open.find(erasure).stream());
    }

    @Override
    public List<PartProgress> open() {
        return ready ? sorted(open.all()) : List.of();
    }

    @Override
    public List<PartProgress> of(SubjectId subject) {
        return sorted(known(subject));
    }

    private static List<PartProgress> sorted(Stream<Known> some) {
        return some.map(Known::progress).sorted(OLDEST_FIRST).toList();
    }

    @Override
    public Set<LogPosition> hidden(SubjectId subject) {
        if (!theirs.containsKey(subject)) {
            return Set.of();
        }
        Set<LogPosition> hidden = new HashSet<>();
        known(subject).forEach(one -> hidden.addAll(one.hidden));
        return hidden;
    }
}
