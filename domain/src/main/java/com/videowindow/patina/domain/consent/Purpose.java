package com.videowindow.patina.domain.consent;

/** One use of a person's data that needs their consent. */
public enum Purpose {
    /** Own profile and own lists. */
    PERSONALIZATION,
    /** Use in models that serve others. */
    TRAINING,
    /** Figures about how the product is used. */
    ANALYTICS,
    /** Taking part in controlled experiments. */
    EXPERIMENTS
}
