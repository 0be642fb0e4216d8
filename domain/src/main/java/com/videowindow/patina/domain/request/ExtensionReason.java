package com.videowindow.patina.domain.request;

/** Why an answer takes longer: GDPR article 12(3), CCPA 1798.130(a)(2)(A). The person is told. */
public enum ExtensionReason {
    COMPLEXITY,
    NUMBER_OF_REQUESTS
}
