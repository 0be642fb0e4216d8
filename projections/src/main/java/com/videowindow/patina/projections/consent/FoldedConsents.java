package com.videowindow.patina.projections.consent;

import com.videowindow.patina.domain.LogPosition;
import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.audit.PastEvents;
import com.videowindow.patina.domain.consent.ConsentEvent;
import com.videowindow.patina.projections.runner.PastState;
import com.videowindow.patina.query.consent.ConsentChoices.Choice;
import com.videowindow.patina.query.consent.PastConsents;
import java.util.List;
import org.springframework.stereotype.Component;

/** Folds the stream of a person's choices again. */
@Component
final class FoldedConsents implements PastConsents {
    private final PastEvents events;
    private final ConsentRecords records;

    FoldedConsents(PastEvents events, ConsentRecords records) {
        this.events = events;
        this.records = records;
    }

    @Override
    public List<Choice> of(SubjectId subject, LogPosition position) {
        ConsentRecord record =
                PastState.of(records, subject.toString(), events.stream(ConsentEvent.stream(subject)), position);
        return record == null
                ? List.of()
                : record.choices().stream().map(ConsentRecord.Choice::shown).toList();
    }
}
