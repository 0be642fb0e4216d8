package com.videowindow.patina.query.consent;

import com.videowindow.patina.domain.LogPosition;
import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.privacy.LawfulBasis;
import com.videowindow.patina.domain.privacy.ProcessingPurpose;
import com.videowindow.patina.domain.privacy.Uses;
import java.time.Instant;

/** What a person allowed at this time, when this position was the end of the log. Answers {@link PastChoices}. */
@Uses(purpose = ProcessingPurpose.PROOF_OF_CONSENT, basis = LawfulBasis.LEGAL_OBLIGATION)
public record FindPastConsents(SubjectId subject, LogPosition position, Instant at) {}
