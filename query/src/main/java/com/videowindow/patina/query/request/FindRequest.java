package com.videowindow.patina.query.request;

import com.videowindow.patina.domain.privacy.LawfulBasis;
import com.videowindow.patina.domain.privacy.ProcessingPurpose;
import com.videowindow.patina.domain.privacy.Uses;
import com.videowindow.patina.domain.request.RequestId;

/** One request. Answers a {@link com.videowindow.patina.domain.request.RequestProgress}, or nothing. */
@Uses(purpose = ProcessingPurpose.RIGHTS_OF_PEOPLE, basis = LawfulBasis.LEGAL_OBLIGATION)
public record FindRequest(RequestId request) {}
