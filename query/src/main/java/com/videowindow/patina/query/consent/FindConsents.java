package com.videowindow.patina.query.consent;

import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.privacy.LawfulBasis;
import com.videowindow.patina.domain.privacy.ProcessingPurpose;
import com.videowindow.patina.domain.privacy.Uses;
import java.time.Instant;

/** What a person allows now, for every purpose. Answers {@link ConsentChoices}. */
@Uses(purpose = ProcessingPurpose.PROOF_OF_CONSENT, basis = LawfulBasis.LEGAL_OBLIGATION)
public record FindConsents(SubjectId subject, Instant now) {}
