package com.videowindow.patina.command.erasure;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.erasure.Actor;
import com.videowindow.patina.domain.erasure.CaseReference;
import com.videowindow.patina.domain.erasure.HoldBasis;
import com.videowindow.patina.domain.erasure.LegalHold;
import com.videowindow.patina.domain.erasure.LegalHoldEvent;
import com.videowindow.patina.domain.erasure.LegalHoldLifted;
import com.videowindow.patina.domain.erasure.LegalHoldPlaced;
import java.time.Instant;
import java.util.List;

/** For which a person's data is kept, each for itself and once, whatever becomes of their requests. Changed by officers only. */
final class Cases {
    private List<LegalHold> standing = List.of();

    void place(SubjectId subject, Actor by, HoldBasis basis, CaseReference reference, Instant at) {
        if (!stands(reference)) {
            apply(new LegalHoldPlaced(subject, by, basis, reference, at));
        }
    }

    void lift(SubjectId subject, Actor by, CaseReference reference, Instant at) {
        if (stands(reference)) {
            apply(new LegalHoldLifted(subject, by, reference, at));
        }
    }

    void liftAll(SubjectId subject, Actor by, Instant at) {
        standing.forEach(one -> lift(subject, by, one.reference(), at));
    }

    private boolean stands(CaseReference reference) {
        return standing.stream().anyMatch(one -> one.reference().equals(reference));
    }

    boolean hold() {
        return !standing.isEmpty();
    }

    LegalHold oldest() {
        return standing.getFirst();
    }

    LegalHold newest() {
        return standing.getLast();
    }

    /** The oldest first. */
    List<LegalHold> all() {
        return standing;
    }

    void on(LegalHoldEvent event) {
        standing = LegalHold.after(standing, event);
    }
}
