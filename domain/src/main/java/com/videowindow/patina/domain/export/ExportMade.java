package com.videowindow.patina.domain.export;

import com.videowindow.patina.domain.SubjectId;
import java.time.Instant;

/**
 * The archive is complete, which a second count confirmed.
 *
 * @param expires until when it is kept
 */
public record ExportMade(ExportId export, SubjectId subject, ArchiveSummary archive, Instant expires, Instant at)
        implements ExportEvent {}
