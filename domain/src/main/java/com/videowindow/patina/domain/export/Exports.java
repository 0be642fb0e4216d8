package com.videowindow.patina.domain.export;

import com.videowindow.patina.domain.SubjectId;
import java.util.List;
import java.util.Optional;

/** The exports that are open, as this node knows them, in memory. */
public interface Exports {
    Optional<ExportProgress> find(ExportId export);

    /** All that are open, the oldest first; empty until the log was read to its end once. */
    List<ExportProgress> open();

    /** Those of this person that are open, the oldest first. */
    List<ExportProgress> of(SubjectId subject);

    /** Whether the log was read to its end once, so that what is not known is not there. */
    boolean isReady();
}
