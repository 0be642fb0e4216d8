package com.videowindow.patina.domain.erasure;

/** Why a request must wait: the exceptions of GDPR article 17(3) and CCPA 1798.105(d). No free text: it would stay. */
public enum HoldBasis {
    LEGAL_CLAIM,
    LEGAL_OBLIGATION,
    PUBLIC_INTEREST,
    OPEN_TRANSACTION,
    SECURITY_INCIDENT
}
