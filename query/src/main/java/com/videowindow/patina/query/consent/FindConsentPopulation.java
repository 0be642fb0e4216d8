package com.videowindow.patina.query.consent;

/** What everybody allows now. Answers {@link PopulationFigures}. */
public record FindConsentPopulation() {}
