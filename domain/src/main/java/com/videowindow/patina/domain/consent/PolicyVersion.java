package com.videowindow.patina.domain.consent;

import com.videowindow.patina.domain.Check;

/** The version of the policy text that a choice answered. */
public record PolicyVersion(String value) {
    public PolicyVersion {
        Check.identifier("policyVersion", value, 64);
    }
}
