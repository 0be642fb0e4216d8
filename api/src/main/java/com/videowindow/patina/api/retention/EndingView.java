package com.videowindow.patina.api.retention;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.videowindow.patina.domain.retention.Ending;
import com.videowindow.patina.domain.retention.EndingId;
import com.videowindow.patina.domain.retention.EndingState;
import com.videowindow.patina.domain.retention.RetentionPeriod;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An ending of periods.
 *
 * @param version of the schedule that it followed
 * @param apart for how many people a legal reason keeps it, so that it goes later; absent where for nobody
 * @param keysDestroyedAt from then on nobody reads what was kept
 * @param completedAt from then on nothing is left of it in read models and files
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record EndingView(
        EndingId id,
        EndingState state,
        long version,
        List<RetentionPeriod> periods,
        @Nullable Integer apart,
        Instant startedAt,
        @Nullable Instant keysDestroyedAt,
        @Nullable Instant completedAt) {

    static EndingView of(Ending one) {
        return new EndingView(
                one.id(),
                one.state(),
                one.version(),
                one.periods(),
                one.apart().isEmpty() ? null : one.apart().size(),
                one.started(),
                one.ended(),
                one.completed());
    }
}
