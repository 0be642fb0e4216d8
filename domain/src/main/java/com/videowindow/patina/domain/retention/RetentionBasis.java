package com.videowindow.patina.domain.retention;

/** Why something is kept for as long as it is: the grounds of GDPR articles 6(1) and 17(3). */
public enum RetentionBasis {
    CONSENT,
    CONTRACT,
    LEGAL_OBLIGATION,
    LEGITIMATE_INTEREST,
    LEGAL_CLAIMS
}
