package com.videowindow.patina.domain.model;

/** How a model stands. */
public enum ModelState {
    /** Its bytes are stored. */
    TRAINED,
    /** It foretells well enough. */
    PASSED,
    /** It broke a guardrail; somebody may still promote it. */
    REFUSED,
    IN_FORCE,
    /** Was in force, and can be again. */
    FORMER,
    /** Was taken out of force, since it did worse. */
    ROLLED_BACK,
    /** Its bytes are gone; it never serves again. */
    RETIRED
}
