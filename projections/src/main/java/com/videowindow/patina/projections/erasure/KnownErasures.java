package com.videowindow.patina.projections.erasure;

import com.videowindow.patina.domain.LogPosition;
import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.erasure.ErasureEvent;
import com.videowindow.patina.domain.erasure.ErasureProgress;
import com.videowindow.patina.domain.erasure.ErasureRequested;
import com.videowindow.patina.domain.erasure.ErasureState;
import com.videowindow.patina.domain.erasure.Erasures;
import com.videowindow.patina.domain.erasure.Fences;
import com.videowindow.patina.domain.erasure.SubjectErased;
import com.videowindow.patina.projections.memory.MemoryView;
import com.videowindow.patina.projections.runner.Positioned;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/**
 * Open erasures in memory, those of this node at once. Whoever is erased on any node is evicted from the memory of this one
 * as soon as its reader comes by.
 */
@Component
final class KnownErasures implements Erasures, MemoryView {
    private static final Comparator<ErasureProgress> OLDEST_FIRST = Comparator.comparing(ErasureProgress::requested)
            .thenComparing(one -> one.erasure().value());

    private final OpenErasures open = new OpenErasures(OpenErasures.FIRST_DUE);
    private final Map<SubjectId, LogPosition> erased = new ConcurrentHashMap<>();
    private final Fences fences;
    private volatile boolean ready;

    KnownErasures(Fences fences) {
        this.fences = fences;
    }

    @Override
    public boolean concerns(Class<?> event) {
        return ErasureEvent.class.isAssignableFrom(event);
    }

    @Override
    public boolean wantsOwnAtOnce() {
        return true;
    }

    @Override
    public void on(Positioned event) {
        open.take(event);
        if (event.event() instanceof SubjectErased end) {
            erased.put(end.subject(), event.position());
            fences.evict(end.subject());
        }
    }

    /** One whose beginning another node stored waits for the reader, as that beginning does. */
    @Override
    public void onOwn(Positioned event) {
        ErasureEvent change = (ErasureEvent) event.event();
        if (change instanceof ErasureRequested || open.has(change.subject())) {
            open.take(event);
        }
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
    public Optional<LogPosition> erasedAt(SubjectId subject) {
        return Optional.ofNullable(erased.get(subject));
    }

    @Override
    public boolean isLeaving(SubjectId subject) {
        return open.has(subject);
    }

    @Override
    public Optional<ErasureProgress> of(SubjectId subject) {
        return open.find(subject);
    }

    @Override
    public List<ErasureProgress> open() {
        return ready ? open.all().sorted(OLDEST_FIRST).toList() : List.of();
    }

    @Override
    public List<ErasureProgress> due(Instant now) {
        return ready ? open.due(now) : List.of();
    }

    @Override
    public List<ErasureProgress> in(ErasureState state) {
        return ready ? open.of(state) : List.of();
    }

    @Override
    public long overdue(Instant now) {
        return ready ? open.all().filter(one -> one.deadline().isBefore(now)).count() : 0;
    }
}
