package com.videowindow.patina.projections.interest;

import com.videowindow.patina.domain.DomainEvent;
import com.videowindow.patina.domain.LogPosition;
import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.learning.preference.ProfileState;
import com.videowindow.patina.projections.part.PersonsPast;
import com.videowindow.patina.projections.runner.PastState;
import com.videowindow.patina.query.interest.PastProfiles;
import com.videowindow.patina.query.interest.ProfileFolding;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Folds all events of one person again. */
@Component
final class FoldedProfiles implements PastProfiles, ProfileFolding {
    private final PersonsPast events;
    private final InterestModel model;
    private final PastState past;

    FoldedProfiles(PersonsPast events, InterestModel model, PastState past) {
        this.events = events;
        this.model = model;
        this.past = past;
    }

    @Override
    public Found of(SubjectId subject, LogPosition position) {
        return fold(subject, events.of(subject, position), position);
    }

    @Override
    public Found fold(SubjectId subject, SortedMap<LogPosition, DomainEvent> all, LogPosition position) {
        PastState.Folded<ProfileState> then = past.of(model, subject.toString(), all, position);
        return new Found(then.body(), then.whole());
    }

    /** As the live profile is to be, of which something is hidden now. */
    @Nullable
    ProfileState withoutHidden(SubjectId subject, LogPosition position) {
        return fold(subject, events.whole(subject, position), position).state();
    }
}
