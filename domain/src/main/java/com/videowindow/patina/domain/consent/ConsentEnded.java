package com.videowindow.patina.domain.consent;

/** From here on this use is not allowed, whether it was before or not. What was derived under it is let go. */
public sealed interface ConsentEnded extends PurposeEvent
        permits ConsentRefused, ConsentWithdrawn, ConsentRevoked, ConsentExpired, ConsentInvalidated {

    /** What the consent is from here on. */
    ConsentStatus status();
}
