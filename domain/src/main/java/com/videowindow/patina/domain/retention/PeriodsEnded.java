package com.videowindow.patina.domain.retention;

import com.videowindow.patina.domain.LogPosition;
import com.videowindow.patina.domain.SubjectId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The secrets of these periods are destroyed: no node, no replay and no copy of the log can read what they covered, but of
 * whom a legal reason holds.
 *
 * @param apart of whom what there is of these periods stays, set apart, since they were held when the secrets went; also who
 *     had nothing in them, since that is not looked at; absent where of nobody
 * @param through the end of the log when they were
 */
public record PeriodsEnded(
        EndingId ending,
        List<RetentionPeriod> periods,
        @Nullable List<SubjectId> apart,
        LogPosition through,
        Instant at)
        implements RetentionEvent {}
