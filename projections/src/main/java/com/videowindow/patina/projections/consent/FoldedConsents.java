package com.videowindow.patina.projections.consent;

import com.videowindow.patina.domain.LogPosition;
import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.audit.PastEvents;
import com.videowindow.patina.domain.consent.ConsentEvent;
import com.videowindow.patina.projections.runner.PastState;
import com.videowindow.patina.query.consent.PastConsents;
import java.util.List;
import org.springframework.stereotype.Component;

/** Folds the stream of a person's choices again. */
@Component
final class FoldedConsents implements PastConsents {
    private final PastEvents events;
    private final ConsentRecords records;
    private final PastState past;

    FoldedConsents(PastEvents events, ConsentRecords records, PastState past) {
        this.events = events;
        this.records = records;
        this.past = past;
    }

    @Override
    public Found of(SubjectId subject, LogPosition position) {
        PastState.Folded<ConsentRecord> then =
                past.of(records, subject.toString(), events.stream(ConsentEvent.stream(subject)), position);
        ConsentRecord record = then.body();
        return new Found(
                record == null
                        ? List.of()
                        : record.choices().stream()
                                .map(ConsentRecord.Choice::shown)
                                .toList(),
                then.whole());
    }
}
