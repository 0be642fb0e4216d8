package com.videowindow.patina.domain.lookup;

/** Why an officer looks. No free text: it would stay. */
public enum LookupReason {
    /** The person asked for something. */
    REQUEST,
    COMPLAINT,
    INCIDENT,
    /** A supervisory authority or a court asked. */
    AUTHORITY,
    AUDIT
}
