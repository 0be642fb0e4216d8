package com.videowindow.patina.domain.privacy;

/** Categories of those to whom something is disclosed (article 30(1)(d)). */
public enum Recipient {
    THE_PERSON,
    COMPLIANCE_OFFICERS,
    /** Word for word, and only where another officer released it. */
    OFFICERS_UNDER_RELEASE,
    /** Figures about many, never about one. */
    PRODUCT_STAFF,
    /** Parties that the operator configured to be told of erasures, and senders of requests who are told how these stand. */
    CONFIGURED_PARTIES,
    EVERYBODY
}
