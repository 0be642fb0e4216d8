package com.videowindow.patina.projections.part;

import com.videowindow.patina.domain.LogPosition;
import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.erasure.ErasureId;
import com.videowindow.patina.domain.erasure.Fences;
import com.videowindow.patina.domain.part.OpenParts;
import com.videowindow.patina.domain.part.PartErasureRequested;
import com.videowindow.patina.domain.part.PartEvent;
import com.videowindow.patina.domain.part.PartForgotten;
import com.videowindow.patina.domain.part.PartProgress;
import com.videowindow.patina.domain.part.Places;
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
import org.springframework.stereotype.Component;

/**
 * Open erasures of parts in memory, those of this node at once. What was sealed under keys that were destroyed on any node
 * leaves the memory of this one as soon as its reader comes by.
 */
@Component
final class KnownParts implements OpenParts, MemoryView {
    private static final Comparator<PartProgress> OLDEST_FIRST = Comparator.comparing(PartProgress::requested)
            .thenComparing(one -> one.erasure().value());

    private final Map<SubjectId, Map<ErasureId, Known>> open = new ConcurrentHashMap<>();
    private final Map<ErasureId, SubjectId> whose = new ConcurrentHashMap<>();
    private final Set<ErasureId> forgotten = ConcurrentHashMap.newKeySet();
    private final Fences fences;
    private volatile boolean ready;

    KnownParts(Fences fences) {
        this.fences = fences;
    }

    /**
     * @param hidden where its facts stand, unpacked once
     * @param position of the newest of its events that is in it
     */
    private record Known(PartProgress progress, Set<LogPosition> hidden, long position) {}

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
        if (event.event() instanceof PartForgotten gone) {
            forgotten.add(gone.erasure());
            fences.evict(gone.subject());
        }
    }

    /** One whose beginning another node stored waits for the reader, as that beginning does. */
    @Override
    public void onOwn(Positioned event) {
        PartEvent change = (PartEvent) event.event();
        if (change instanceof PartErasureRequested || whose.containsKey(change.erasure())) {
            take(event);
        }
    }

    /** Takes in what is newer than what is known; what came to its end is forgotten. */
    private void take(Positioned event) {
        PartEvent change = (PartEvent) event.event();
        open.compute(change.subject(), (subject, all) -> {
            Map<ErasureId, Known> theirs = all == null ? new ConcurrentHashMap<>() : all;
            theirs.compute(
                    change.erasure(),
                    (erasure, known) -> after(known, change, event.position().value()));
            if (theirs.containsKey(change.erasure())) {
                whose.put(change.erasure(), subject);
            } else {
                whose.remove(change.erasure());
            }
            return theirs.isEmpty() ? null : theirs;
        });
    }

    @SuppressWarnings("NullAway") // what becomes of an entry of a map, which goes when nothing does
    private static Known after(Known known, PartEvent change, long position) {
        boolean passed = known == null ? !(change instanceof PartErasureRequested) : known.position >= position;
        if (passed) {
            return known;
        }
        PartProgress now = PartProgress.after(known == null ? null : known.progress, change);
        Places places = now.places();
        return now.state().isOpen() ? new Known(now, places == null ? Set.of() : places.positions(), position) : null;
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
    public Optional<PartProgress> find(ErasureId erasure) {
        return Optional.ofNullable(whose.get(erasure)).stream()
                .flatMap(this::known)
                .map(Known::progress)
                .filter(one -> one.erasure().equals(erasure))
                .findFirst();
    }

    private Stream<Known> known(SubjectId subject) {
        return open.getOrDefault(subject, Map.of()).values().stream();
    }

    @Override
    public List<PartProgress> open() {
        return ready ? sorted(open.keySet().stream().flatMap(this::known)) : List.of();
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
        if (!open.containsKey(subject)) {
            return Set.of();
        }
        Set<LogPosition> hidden = new HashSet<>();
        known(subject).forEach(one -> hidden.addAll(one.hidden));
        return hidden;
    }
}
