package com.videowindow.patina.domain.export;

import com.videowindow.patina.domain.SubjectId;
import java.time.Instant;

/** The archive is gone, and so are its keys. */
public record ExportRemoved(ExportId export, SubjectId subject, RemovalReason why, Instant at) implements ExportEvent {}
