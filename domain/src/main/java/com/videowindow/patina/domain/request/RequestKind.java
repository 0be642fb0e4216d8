package com.videowindow.patina.domain.request;

/** What is asked for: the nature of a request, as CCPA regulation 7101(b) calls it. Stored. */
public enum RequestKind {
    /** GDPR article 17, CCPA 1798.105. */
    ERASURE,
    /** Article 15, CCPA 1798.110: to know. */
    ACCESS,
    /** Article 20. */
    PORTABILITY,
    /** Article 16, CCPA 1798.106: to correct. */
    RECTIFICATION,
    /** Article 18, CCPA 1798.121: to limit. */
    RESTRICTION,
    /** Article 21, CCPA 1798.120: to opt out. */
    OBJECTION,
    /** Article 17, CCPA 1798.105, of a part. */
    PARTIAL_ERASURE
}
