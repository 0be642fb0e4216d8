package com.videowindow.patina.domain.request;

/** In which way a request came. Stored. */
public enum Manner {
    /** By the person, signed in. */
    ACCOUNT,
    /** Written to the operator, who entered it. */
    OPERATOR,
    EMAIL,
    LETTER,
    PHONE,
    IN_PERSON,
    /** By somebody whom the person authorized. */
    AGENT,
    /** By the signal of a browser: an opt-out preference signal (11 CCR 7025), which is Global Privacy Control. */
    OPT_OUT_PREFERENCE_SIGNAL,
    /** By the engine, for a log that was put back from before. */
    RESTORED
}
