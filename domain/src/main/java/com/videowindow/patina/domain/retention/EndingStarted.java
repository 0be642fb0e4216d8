package com.videowindow.patina.domain.retention;

import com.videowindow.patina.domain.privacy.ProcessingPurpose;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * These periods are over: from here on their keys may be gone.
 *
 * @param version of the schedule that says so
 * @param idle purposes that nobody allowed then, so that nothing was kept for them; absent where there were none
 */
public record EndingStarted(
        EndingId ending,
        long version,
        List<RetentionPeriod> periods,
        @Nullable List<ProcessingPurpose> idle,
        Instant at)
        implements RetentionEvent {}
