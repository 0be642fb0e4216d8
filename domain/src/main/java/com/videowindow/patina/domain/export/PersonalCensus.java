package com.videowindow.patina.domain.export;

import com.videowindow.patina.domain.LogPosition;
import com.videowindow.patina.domain.SubjectId;
import java.util.SortedMap;
import java.util.function.LongConsumer;

/** Counts the events about a person by looking at the clear header of every event of the log, and at nothing else. */
public interface PersonalCensus {
    /**
     * The stored name of each, up to and with a position.
     *
     * @param looked is told how many events of the log were looked at since it was last told
     */
    SortedMap<LogPosition, String> of(SubjectId subject, LogPosition through, LongConsumer looked);
}
