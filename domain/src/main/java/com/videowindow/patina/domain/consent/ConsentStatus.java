package com.videowindow.patina.domain.consent;

/**
 * Where one person's consent to one purpose stands: the consent statuses of the W3C Data Privacy Vocabulary, version 2,
 * which its profile of ISO/IEC TS 27560 takes for the state of a consent record.
 */
public enum ConsentStatus {
    /** Nobody asked, as far as is known. */
    UNKNOWN("ConsentUnknown"),
    /** They were asked, and have not answered. */
    REQUESTED("ConsentRequested"),
    /** They were asked, and said no. */
    REFUSED("ConsentRefused"),
    GIVEN("ConsentGiven"),
    /** Given again while an earlier one stood or had run out. */
    RENEWED("RenewedConsentGiven"),
    /** Taken back by the person. */
    WITHDRAWN("ConsentWithdrawn"),
    /** Ended by somebody else than the person. */
    REVOKED("ConsentRevoked"),
    /** Ran out, or was not renewed for a policy that asked for it. */
    EXPIRED("ConsentExpired"),
    /** Found not to have been valid in the first place. */
    INVALIDATED("ConsentInvalidated");

    private final String term;

    ConsentStatus(String term) {
        this.term = term;
    }

    /** Its name in the vocabulary, with the prefix {@code dpv}. */
    public String term() {
        return "dpv:" + term;
    }

    /** Whether data may be used under it, as long as it is in time and nothing stands against it. */
    public boolean permits() {
        return this == GIVEN || this == RENEWED;
    }

    /** Whether it was decided that data may not be used, so that nothing is kept of what was learned under it. */
    public boolean isEnd() {
        return !permits() && !isUnanswered();
    }

    /** Whether nobody decided anything: at most they were asked. */
    boolean isUnanswered() {
        return this == UNKNOWN || this == REQUESTED;
    }
}
