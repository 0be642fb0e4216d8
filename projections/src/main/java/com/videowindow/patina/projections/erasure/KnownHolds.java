package com.videowindow.patina.projections.erasure;

import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.erasure.ErasureProgress;
import com.videowindow.patina.domain.erasure.ErasureState;
import com.videowindow.patina.domain.erasure.Erasures;
import com.videowindow.patina.domain.erasure.Holds;
import com.videowindow.patina.domain.erasure.LegalHold;
import com.videowindow.patina.domain.erasure.LegalHoldEvent;
import com.videowindow.patina.domain.part.OpenParts;
import com.videowindow.patina.domain.part.PartProgress;
import com.videowindow.patina.projections.memory.Followed;
import com.videowindow.patina.projections.memory.MemoryView;
import com.videowindow.patina.projections.runner.Positioned;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Of a part that is held it is not told here what it is about, so all of its person stays. */
@Component
final class KnownHolds implements Holds, MemoryView {
    private static final Comparator<LegalHold> OLDEST_FIRST = Comparator.comparing(LegalHold::since)
            .thenComparing(one -> one.subject().value())
            .thenComparing(one -> one.reference().value());

    private final Followed<SubjectId, List<LegalHold>> placed = new Followed<>();
    private final Erasures erasures;
    private final OpenParts parts;

    KnownHolds(Erasures erasures, OpenParts parts) {
        this.erasures = erasures;
        this.parts = parts;
    }

    @Override
    public Set<SubjectId> people() {
        Set<SubjectId> people = new HashSet<>();
        placed.all().flatMap(List::stream).map(LegalHold::subject).forEach(people::add);
        erasures.open().stream()
                .filter(one -> one.state() == ErasureState.HELD)
                .map(ErasureProgress::subject)
                .forEach(people::add);
        parts.open().stream()
                .filter(one -> one.state() == ErasureState.HELD)
                .map(PartProgress::subject)
                .forEach(people::add);
        return people;
    }

    @Override
    public List<LegalHold> of(SubjectId subject) {
        return placed.find(subject).orElse(List.of());
    }

    @Override
    public List<LegalHold> all() {
        return placed.all().flatMap(List::stream).sorted(OLDEST_FIRST).toList();
    }

    @Override
    public boolean concerns(Class<?> event) {
        return LegalHoldEvent.class.isAssignableFrom(event);
    }

    @Override
    public boolean wantsOwnAtOnce() {
        return true;
    }

    @Override
    public void on(Positioned event) {
        LegalHoldEvent change = (LegalHoldEvent) event.event();
        placed.take(change.subject(), event, before -> LegalHold.after(before == null ? List.of() : before, change));
    }

    @Override
    public boolean isReady() {
        return erasures.isReady() && parts.isReady();
    }
}
