package com.videowindow.patina.query.interest;

import com.videowindow.patina.domain.DomainEvent;
import com.videowindow.patina.domain.LogPosition;
import com.videowindow.patina.domain.SubjectId;
import java.util.SortedMap;

/** All that one person did and said, as it stands in the log. */
public interface OwnEvents {

    /**
     * What of it was not hidden since, up to a place of the log; nothing is missing.
     *
     * @throws com.videowindow.patina.domain.audit.ReadModelUnavailable when it cannot be found now
     */
    SortedMap<LogPosition, DomainEvent> whole(SubjectId subject, LogPosition upTo);
}
