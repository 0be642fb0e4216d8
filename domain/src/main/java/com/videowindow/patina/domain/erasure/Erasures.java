package com.videowindow.patina.domain.erasure;

import com.videowindow.patina.domain.LogPosition;
import com.videowindow.patina.domain.SubjectId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The erasures that are open, as this node knows them, in memory. */
public interface Erasures extends Leavers {

    /** The one that is open for this person. */
    Optional<ErasureProgress> of(SubjectId subject);

    /** All that are open, the oldest first; empty until the log was read to its end once. */
    List<ErasureProgress> open();

    /** Those that wait for nothing but their day, which has come; likewise empty. Costs what it finds. */
    List<ErasureProgress> due(Instant now);

    /** Those that stand like this; likewise empty, and costs what it finds. */
    List<ErasureProgress> in(ErasureState state);

    /** How many are open longer than the law allows. */
    long overdue(Instant now);

    /** Whether the log was read to its end once, so that what is not known is not there. */
    boolean isReady();

    /** Where the log says that this person's keys were destroyed; empty where it does not. */
    Optional<LogPosition> erasedAt(SubjectId subject);

    default boolean isErased(SubjectId subject) {
        return erasedAt(subject).isPresent();
    }

    @Override
    default boolean isBeingErased(SubjectId subject) {
        return isErased(subject)
                || of(subject)
                        .filter(one -> ErasureState.ENDING.contains(one.state()))
                        .isPresent();
    }
}
