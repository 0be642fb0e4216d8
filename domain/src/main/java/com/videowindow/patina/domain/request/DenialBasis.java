package com.videowindow.patina.domain.request;

/** Why a request is denied: what the laws know as reasons. No free text: it would stay. */
public enum DenialBasis {
    /** GDPR article 11(2), 12(2); CCPA regulation 7060. */
    IDENTITY_NOT_VERIFIED,
    /** Article 12(5); CCPA 1798.145(h)(3). */
    MANIFESTLY_UNFOUNDED,
    /** Article 12(5): repeated without end. */
    EXCESSIVE,
    /** Article 17(3)(b); CCPA 1798.105(d)(8). */
    LEGAL_OBLIGATION,
    /** Article 17(3)(e); CCPA 1798.145(a). */
    LEGAL_CLAIM,
    /** Article 17(3)(c) and (d). */
    PUBLIC_INTEREST,
    /** Article 17(3)(a); CCPA 1798.105(d)(4). */
    FREE_EXPRESSION,
    /** CCPA 1798.105(d)(1): what was ordered is still to be delivered. */
    OPEN_TRANSACTION,
    /** Article 15(4), 20(4). */
    RIGHTS_OF_OTHERS,
    /** The law that it is asked under does not protect this person. */
    LAW_DOES_NOT_APPLY
}
