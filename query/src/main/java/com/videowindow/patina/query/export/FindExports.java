package com.videowindow.patina.query.export;

import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.export.ExportState;
import org.jspecify.annotations.Nullable;

/**
 * Exports, the newest first. Answers an {@link ExportPage}.
 *
 * @param subject of everybody when absent
 * @param state all when absent
 */
public record FindExports(
        @Nullable SubjectId subject,
        @Nullable ExportState state,
        @Nullable String cursor,
        int limit) {}
