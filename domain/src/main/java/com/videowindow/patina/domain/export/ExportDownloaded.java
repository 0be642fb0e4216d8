package com.videowindow.patina.domain.export;

import com.videowindow.patina.domain.SubjectId;
import java.time.Instant;

/** The archive was fetched for the first time: the request is answered. */
public record ExportDownloaded(ExportId export, SubjectId subject, Instant at) implements ExportEvent {}
