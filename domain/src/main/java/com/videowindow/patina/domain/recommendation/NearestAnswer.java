package com.videowindow.patina.domain.recommendation;

/** What became of asking an index of a model's factors for what is nearest to somebody; but for the first, memory chose alone. */
public enum NearestAnswer {
    FOUND,
    /** The model in force has no index yet, or none any more. */
    NO_INDEX,
    /** It did not answer in the time that there was. */
    LATE,
    /** It did not answer, or refused. */
    AWAY
}
