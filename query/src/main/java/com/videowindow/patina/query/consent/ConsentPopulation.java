package com.videowindow.patina.query.consent;

/** What everybody allows, in figures. */
public interface ConsentPopulation {

    /** As this node knows it now. */
    PopulationFigures now();
}
