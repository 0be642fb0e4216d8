package com.videowindow.patina.query.erasure;

import com.videowindow.patina.domain.erasure.ErasureId;
import com.videowindow.patina.domain.privacy.LawfulBasis;
import com.videowindow.patina.domain.privacy.ProcessingPurpose;
import com.videowindow.patina.domain.privacy.Uses;

/** One erasure. Answers an {@link com.videowindow.patina.domain.erasure.ErasureProgress}, or nothing. */
@Uses(purpose = ProcessingPurpose.RIGHTS_OF_PEOPLE, basis = LawfulBasis.LEGAL_OBLIGATION)
public record FindErasure(ErasureId erasure) {}
