package com.videowindow.patina.domain.export;

import com.videowindow.patina.domain.SubjectId;
import java.time.Instant;

/** There will be no archive. */
public record ExportFailed(ExportId export, SubjectId subject, ExportFailure why, Instant at) implements ExportEvent {}
