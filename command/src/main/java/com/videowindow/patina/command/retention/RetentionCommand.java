package com.videowindow.patina.command.retention;

import com.videowindow.patina.domain.LogPosition;
import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.erasure.Actor;
import com.videowindow.patina.domain.privacy.DataCategory;
import com.videowindow.patina.domain.privacy.LawfulBasis;
import com.videowindow.patina.domain.privacy.ProcessingPurpose;
import com.videowindow.patina.domain.privacy.Uses;
import com.videowindow.patina.domain.retention.EndingId;
import com.videowindow.patina.domain.retention.RetentionBasis;
import com.videowindow.patina.domain.retention.RetentionEvent;
import com.videowindow.patina.domain.retention.RetentionPeriod;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** Changes the schedule, or does a step of an ending. Repeating one that was taken changes nothing. */
@Uses(purpose = ProcessingPurpose.ACCOUNTABILITY, basis = LawfulBasis.LEGAL_OBLIGATION)
public sealed interface RetentionCommand {

    @TargetAggregateIdentifier
    default String stream() {
        return RetentionEvent.STREAM;
    }

    /**
     * Keep facts of one kind for so long.
     *
     * @param months absent where they are kept as long as the person is there
     * @param grace until it applies, if it is shorter than before
     */
    record SetRetention(
            DataCategory category, @Nullable Integer months, RetentionBasis basis, Actor by, Duration grace, Instant at)
            implements RetentionCommand {}

    /**
     * Say for how long a purpose needs facts.
     *
     * @param months absent where it sets no end
     * @param grace until it applies, if it is shorter than before
     */
    record SetPurposeRetention(
            ProcessingPurpose purpose, @Nullable Integer months, Actor by, Duration grace, Instant at)
            implements RetentionCommand {}

    /**
     * End these periods; nothing happens while another ending is under way.
     *
     * @param idle purposes that nobody allowed then
     * @param known how many endings there were when they were found to be over
     */
    record StartEnding(
            EndingId ending, List<RetentionPeriod> periods, Set<ProcessingPurpose> idle, int known, Instant at)
            implements RetentionCommand {}

    /**
     * Their secrets are destroyed.
     *
     * @param apart whose data is set apart, which not everybody's is who is held by now
     */
    record RecordPeriodsEnded(EndingId ending, Set<SubjectId> apart, LogPosition through, Instant at)
            implements RetentionCommand {}

    /** Nothing is left of them. */
    record CompleteEnding(EndingId ending, Instant at) implements RetentionCommand {}
}
