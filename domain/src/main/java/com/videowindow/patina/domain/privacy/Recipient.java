package com.videowindow.patina.domain.privacy;

/** Categories of those to whom something is disclosed (article 30(1)(d)). */
public enum Recipient {
    THE_PERSON,
    COMPLIANCE_OFFICERS,
    /** Figures about many, never about one. */
    PRODUCT_STAFF
}
