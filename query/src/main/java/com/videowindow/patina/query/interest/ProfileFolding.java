package com.videowindow.patina.query.interest;

import com.videowindow.patina.domain.DomainEvent;
import com.videowindow.patina.domain.LogPosition;
import com.videowindow.patina.domain.SubjectId;
import java.util.SortedMap;

/** Folds profiles as the read model does, from events that somebody else found. */
public interface ProfileFolding {

    /** What is later than the position, or of no profile, is passed over. */
    PastProfiles.Found fold(SubjectId subject, SortedMap<LogPosition, DomainEvent> events, LogPosition position);
}
