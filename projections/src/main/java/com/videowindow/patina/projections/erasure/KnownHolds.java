package com.videowindow.patina.projections.erasure;

import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.erasure.CaseReference;
import com.videowindow.patina.domain.erasure.ErasureState;
import com.videowindow.patina.domain.erasure.Holds;
import com.videowindow.patina.domain.erasure.LegalHold;
import com.videowindow.patina.domain.erasure.LegalHoldEvent;
import com.videowindow.patina.domain.erasure.LegalHoldPlaced;
import com.videowindow.patina.domain.part.OpenParts;
import com.videowindow.patina.domain.part.PartProgress;
import com.videowindow.patina.projections.memory.Followed;
import com.videowindow.patina.projections.memory.Freshness;
import com.videowindow.patina.projections.memory.MemoryView;
import com.videowindow.patina.projections.runner.Positioned;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Of a part that is held it is not told here what it is about, so all of its person stays. */
@Component
final class KnownHolds implements Holds, MemoryView {
    private static final Comparator<LegalHold> OLDEST_FIRST = Comparator.comparing(LegalHold::since)
            .thenComparing(one -> one.subject().value())
            .thenComparing(one -> one.reference().value());

    private final Followed<Case, Stands> placed = new Followed<>();
    private final OpenParts parts;
    private final Freshness freshness;

    /** Each for itself, since another of the same person may be heard of sooner than this one. */
    private record Case(SubjectId subject, CaseReference reference) {}

    /** @param hold absent once it was lifted, which is remembered: that it was placed may be heard of later */
    private record Stands(@Nullable LegalHold hold) {}

    KnownHolds(OpenParts parts, Freshness freshness) {
        this.parts = parts;
        this.freshness = freshness;
    }

    @Override
    public Set<SubjectId> people() {
        Set<SubjectId> people = new HashSet<>();
        standing().map(LegalHold::subject).forEach(people::add);
        parts.open().stream()
                .filter(one -> one.state() == ErasureState.HELD)
                .map(PartProgress::subject)
                .forEach(people::add);
        return people;
    }

    @Override
    public List<LegalHold> of(SubjectId subject) {
        return standing()
                .filter(one -> one.subject().equals(subject))
                .sorted(OLDEST_FIRST)
                .toList();
    }

    @Override
    public boolean isHeld(SubjectId subject) {
        return standing().anyMatch(one -> one.subject().equals(subject))
                || parts.of(subject).stream().anyMatch(one -> one.state() == ErasureState.HELD);
    }

    private Stream<LegalHold> standing() {
        return placed.all().map(Stands::hold).filter(Objects::nonNull);
    }

    @Override
    public List<LegalHold> all() {
        return standing().sorted(OLDEST_FIRST).toList();
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
        LegalHold now = change instanceof LegalHoldPlaced hold ? LegalHold.of(hold) : null;
        placed.take(new Case(change.subject(), change.reference()), event, before -> new Stands(now));
    }

    @Override
    public boolean isReady() {
        return parts.isReady();
    }

    @Override
    public boolean isCurrent() {
        return isReady() && freshness.holds();
    }
}
