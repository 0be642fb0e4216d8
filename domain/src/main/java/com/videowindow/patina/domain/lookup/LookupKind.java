package com.videowindow.patina.domain.lookup;

/** What an officer looks at. Stored; a word that nobody uses any more stays. */
public enum LookupKind {
    /** Which person a user of the platform is. */
    IDENTITY,
    /** What somebody allows, or allowed. */
    CONSENTS,
    CONSENT_TIMELINE,
    /** Figures about everybody. */
    CONSENT_STATISTICS,
    /** What people are asked; about nobody. */
    POLICIES,
    REQUESTS,
    ERASURES,
    EXPORTS,
    RETENTION,
    PROCESSING_REGISTER,
    BREACH_SCOPE,
    RELEASES,
    /** What the log has of somebody, word for word. */
    RAW_EVENTS,
    LOOKUPS,
    /** What a list rested on, and whether it can be made again. */
    AUDIT_OF_USE,
    /** All that shows how a request was answered. */
    DOSSIER,
    REPORT,
    /** That an event is in the log, and with it whose it is, of which type, and when it was. */
    PROOF
}
