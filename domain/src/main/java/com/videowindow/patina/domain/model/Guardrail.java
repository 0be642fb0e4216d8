package com.videowindow.patina.domain.model;

/** What a model must not fall below, to be put in force without anybody's word. */
public enum Guardrail {
    /** The gain, beside the one in force or what is popular, on the same people. */
    ACCURACY,
    /** The gain, beside what the one in force had when it was measured itself. */
    DECLINE,
    /** How much of the content it shows to anybody. */
    COVERAGE,
    /** The gain of people who like little. */
    LIGHT_PEOPLE,
    /** The gain of people who like much. */
    HEAVY_PEOPLE,
    /** Whether scores say how likely something is liked. */
    CALIBRATION,
    /** How long it takes. */
    LATENCY,
    /** How much its lists have in common with those of the one in force. */
    OVERLAP
}
