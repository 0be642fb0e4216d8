package com.videowindow.patina.domain.part;

import com.videowindow.patina.domain.LogPosition;
import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.erasure.ErasureId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The erasures of parts that are open, as this node knows them, in memory. */
public interface OpenParts extends PartChanges {

    Optional<PartProgress> find(ErasureId erasure);

    /** All that are open, the oldest first; empty until the log was read to its end once. */
    List<PartProgress> open();

    /** Those of this person that are open, the oldest first. */
    List<PartProgress> of(SubjectId subject);

    /** Where facts stand that are not shown any more, though they may still be readable. */
    Set<LogPosition> hidden(SubjectId subject);

    /** Whether the log says that the keys of this part were destroyed. */
    boolean isForgotten(ErasureId erasure);

    /** Where the newest part of each person began to go that did. */
    Map<SubjectId, LogPosition> started();

    /** Whether the log was read to its end once, so that what is not known is not there. */
    boolean isReady();
}
