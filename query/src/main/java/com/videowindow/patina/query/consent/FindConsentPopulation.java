package com.videowindow.patina.query.consent;

import com.videowindow.patina.domain.privacy.LawfulBasis;
import com.videowindow.patina.domain.privacy.ProcessingPurpose;
import com.videowindow.patina.domain.privacy.Uses;

/** What everybody allows now. Answers {@link PopulationFigures}. */
@Uses(purpose = ProcessingPurpose.PROOF_OF_CONSENT, basis = LawfulBasis.LEGAL_OBLIGATION)
public record FindConsentPopulation() {}
