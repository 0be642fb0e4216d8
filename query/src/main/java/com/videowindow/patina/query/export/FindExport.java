package com.videowindow.patina.query.export;

import com.videowindow.patina.domain.export.ExportId;
import com.videowindow.patina.domain.privacy.LawfulBasis;
import com.videowindow.patina.domain.privacy.ProcessingPurpose;
import com.videowindow.patina.domain.privacy.Uses;

/** One export. Answers an {@link com.videowindow.patina.domain.export.ExportProgress}, or nothing. */
@Uses(purpose = ProcessingPurpose.RIGHTS_OF_PEOPLE, basis = LawfulBasis.LEGAL_OBLIGATION)
public record FindExport(ExportId export) {}
