package com.videowindow.patina.domain.consent;

/** Why data is kept and not used: the cases of GDPR, article 18(1). */
public enum RestrictionGround {
    /** The person says that it is wrong, until that is checked. */
    ACCURACY_CONTESTED,
    /** The use was unlawful, and the person does not want it erased. */
    UNLAWFUL,
    /** Only the person still needs it, for legal claims. */
    CLAIMS,
    /** The person objected, until that is decided. */
    OBJECTION_PENDING
}
