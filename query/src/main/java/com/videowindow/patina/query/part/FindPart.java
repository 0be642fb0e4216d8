package com.videowindow.patina.query.part;

import com.videowindow.patina.domain.erasure.ErasureId;
import com.videowindow.patina.domain.privacy.LawfulBasis;
import com.videowindow.patina.domain.privacy.ProcessingPurpose;
import com.videowindow.patina.domain.privacy.Uses;

/** One erasure of a part. Answers an {@link com.videowindow.patina.domain.part.PartProgress}, or nothing. */
@Uses(purpose = ProcessingPurpose.RIGHTS_OF_PEOPLE, basis = LawfulBasis.LEGAL_OBLIGATION)
public record FindPart(ErasureId erasure) {}
