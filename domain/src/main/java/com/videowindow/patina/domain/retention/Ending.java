package com.videowindow.patina.domain.retention;

import com.videowindow.patina.domain.LogPosition;
import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.privacy.DataCategory;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One ending of periods as it stands.
 *
 * @param version of the schedule that it followed
 * @param apart whose data was set apart, so that it goes by a later one
 * @param through the end of the log when the keys were destroyed
 */
public record Ending(
        EndingId id,
        EndingState state,
        long version,
        List<RetentionPeriod> periods,
        List<SubjectId> apart,
        Instant started,
        @Nullable LogPosition through,
        @Nullable Instant ended,
        @Nullable Instant completed) {

    static Ending of(EndingStarted start) {
        return new Ending(
                start.ending(),
                EndingState.STARTED,
                start.version(),
                start.periods(),
                List.of(),
                start.at(),
                null,
                null,
                null);
    }

    Ending after(PeriodsEnded event) {
        return new Ending(
                id,
                EndingState.ENDED,
                version,
                periods,
                event.apart() == null ? List.of() : event.apart(),
                started,
                event.through(),
                event.at(),
                null);
    }

    Ending after(EndingCompleted event) {
        return new Ending(id, EndingState.COMPLETED, version, periods, apart, started, through, ended, event.at());
    }

    public boolean isOpen() {
        return state != EndingState.COMPLETED;
    }

    /** Whether it ended what the period has of this person. */
    public boolean ended(RetentionPeriod period, @Nullable SubjectId subject) {
        return periods.contains(period) && (subject == null || !apart.contains(subject));
    }

    public Set<DataCategory> categories() {
        return periods.stream().map(RetentionPeriod::category).collect(Collectors.toSet());
    }
}
