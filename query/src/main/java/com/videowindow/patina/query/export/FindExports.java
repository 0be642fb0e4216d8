package com.videowindow.patina.query.export;

import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.export.ExportState;
import com.videowindow.patina.domain.privacy.LawfulBasis;
import com.videowindow.patina.domain.privacy.ProcessingPurpose;
import com.videowindow.patina.domain.privacy.Uses;
import org.jspecify.annotations.Nullable;

/**
 * Exports, the newest first. Answers an {@link ExportPage}.
 *
 * @param subject of everybody when absent
 * @param state all when absent
 */
@Uses(purpose = ProcessingPurpose.RIGHTS_OF_PEOPLE, basis = LawfulBasis.LEGAL_OBLIGATION)
public record FindExports(
        @Nullable SubjectId subject,
        @Nullable ExportState state,
        @Nullable String cursor,
        int limit) {}
