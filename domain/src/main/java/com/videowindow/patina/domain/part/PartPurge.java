package com.videowindow.patina.domain.part;

import com.videowindow.patina.domain.LogPosition;
import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.erasure.ErasureId;
import java.util.Collection;
import java.util.Map;
import java.util.Set;

/** Takes parts out of the read models, whose copies of what the log said are not sealed. */
public interface PartPurge {

    /**
     * Deletes the documents of these parts' facts, and rewrites the files that held them, or something that was folded from
     * them. Waits for nothing: it is refused while a read model has not come to where the keys were destroyed, or is being
     * rebuilt from before.
     *
     * @param through where all of them had become unreadable
     * @return documents that were deleted, by read model, for each of them
     * @throws com.videowindow.patina.domain.erasure.Purge.NotYet when it has to be tried again later
     */
    Map<ErasureId, Map<String, Long>> purge(Collection<PartProgress> parts, LogPosition through);

    /**
     * Takes out again what came back of parts that were cleared before, perhaps with files from before. Nearly always nothing
     * did.
     *
     * @param gone where the facts of many of them stood
     * @param started where the newest of each person's began to go: what was folded before it is folded again
     * @param through up to where read models must have read
     * @return how many documents said something, by read model; only where there were any
     * @throws com.videowindow.patina.domain.erasure.Purge.NotYet when it has to be tried again later
     */
    Map<String, Long> purgeAgain(
            Collection<LogPosition> gone, Map<SubjectId, LogPosition> started, LogPosition through);

    /** Documents of facts that stand at these places, by read model. */
    Map<String, Long> remains(SubjectId subject, Set<LogPosition> places);
}
