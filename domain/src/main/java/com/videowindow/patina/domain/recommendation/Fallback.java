package com.videowindow.patina.domain.recommendation;

/** Why a list is not (wholly) personal. */
public enum Fallback {
    NO_CONSENT,
    /** The person does not want to be profiled. */
    NON_PROFILING,
    NO_HISTORY,
    PROFILE_UNAVAILABLE,
    TRAIL_UNAVAILABLE
}
