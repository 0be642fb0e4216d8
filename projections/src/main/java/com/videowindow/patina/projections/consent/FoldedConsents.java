package com.videowindow.patina.projections.consent;

import com.videowindow.patina.domain.LogPosition;
import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.audit.PastEvents;
import com.videowindow.patina.domain.consent.ConsentEvent;
import com.videowindow.patina.domain.consent.Policies;
import com.videowindow.patina.domain.consent.Standing;
import com.videowindow.patina.domain.erasure.ErasureEvent;
import com.videowindow.patina.domain.erasure.ErasureProgress;
import com.videowindow.patina.domain.erasure.ErasureState;
import com.videowindow.patina.projections.runner.PastState;
import com.videowindow.patina.query.consent.PastConsents;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Folds the stream of a person's choices again. Policies that came later ask for nothing before they came. */
@Component
final class FoldedConsents implements PastConsents {
    private final PastEvents events;
    private final ConsentRecords records;
    private final PastState past;
    private final Policies policies;

    FoldedConsents(PastEvents events, ConsentRecords records, PastState past, Policies policies) {
        this.events = events;
        this.records = records;
        this.past = past;
        this.policies = policies;
    }

    /** Whether they had asked to be erased, or were. */
    private boolean wasLeaving(SubjectId subject, LogPosition position) {
        ErasureProgress then = null;
        for (var said : events.stream(ErasureEvent.stream(subject)).entrySet()) {
            if (position.covers(said.getKey()) && said.getValue() instanceof ErasureEvent step) {
                then = ErasureProgress.after(then, step);
            }
        }
        return then != null && then.state() != ErasureState.CANCELLED;
    }

    @Override
    public Found of(SubjectId subject, LogPosition position, Instant at) {
        PastState.Folded<ConsentRecord> then =
                past.of(records, subject.toString(), events.stream(ConsentEvent.stream(subject)), position);
        ConsentRecord record = then.body();
        Standing standing = record == null ? Standing.NONE : record.standing();
        return new Found(
                new ShownChoices(policies, at, wasLeaving(subject, position)).of(record, standing), then.whole());
    }
}
