package com.videowindow.patina.domain.export;

import com.videowindow.patina.domain.LogPosition;
import com.videowindow.patina.domain.SubjectId;
import java.util.List;
import java.util.SortedMap;

/** Finds the events about a person by the indices that their own pages are read from, and by the names of their streams. */
public interface PersonalIndex {
    /**
     * By source, in the order of the log; sources without any are there too.
     *
     * @throws com.videowindow.patina.domain.audit.ReadModelUnavailable when an index has not read that far, or does not answer
     */
    SortedMap<String, List<LogPosition>> of(SubjectId subject, LogPosition through);
}
