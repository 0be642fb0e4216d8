package com.videowindow.patina.api.security;

import java.util.Locale;

/** What a token lets its bearer do. */
public enum Role {
    /** A person, for their own data only. */
    SUBJECT,
    /** Who makes content, for what is under their own handle only. */
    CREATOR,
    PRODUCT,
    COMPLIANCE,
    ENGINEER,
    /** Another part of the platform, acting on behalf of people. */
    SERVICE;

    /** As it stands in tokens and rules. */
    public String claim() {
        return name().toLowerCase(Locale.ROOT);
    }
}
