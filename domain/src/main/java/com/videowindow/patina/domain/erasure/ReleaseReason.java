package com.videowindow.patina.domain.erasure;

/** Why a hold ended without anybody deciding so. */
public enum ReleaseReason {
    /** A copy of the log from before was put back: what was to be kept is destroyed, and nothing is left to hold. */
    KEYS_DESTROYED
}
