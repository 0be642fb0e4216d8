package com.videowindow.patina.domain.privacy;

/** What data about people is used for, as the register names it. */
public enum ProcessingPurpose {
    /** A person's own profile and lists. */
    PERSONALIZATION,
    /** Models that serve others too. */
    TRAINING,
    ANALYTICS,
    EXPERIMENTS,
    /** Why something was recommended. */
    EXPLANATION,
    /** Orders. */
    CONTRACT,
    /** Works, under the public name of who made them. */
    PUBLISHING,
    /** That a use was allowed (article 7(1)). */
    PROOF_OF_CONSENT,
    /** What people ask for under a law. */
    RIGHTS_OF_PEOPLE,
    /** Who looked at what (article 5(2)). */
    ACCOUNTABILITY
}
