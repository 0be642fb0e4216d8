package com.videowindow.patina.query.export;

import com.videowindow.patina.domain.export.ExportId;

/** One export. Answers an {@link com.videowindow.patina.domain.export.ExportProgress}, or nothing. */
public record FindExport(ExportId export) {}
