package com.videowindow.patina.domain.erasure;

import com.videowindow.patina.domain.LogPosition;

/**
 * Stands where a person's keys were; kept beside the keys, outside of the log and its copies, so that a log from before
 * the erasure meets it.
 *
 * @param through the end of the log when the keys were destroyed
 * @param fingerprint SHA-256 of the destroyed secret in hexadecimal digits; of 192 random bytes, so nobody finds them by it
 */
public record Fence(LogPosition through, String fingerprint) {}
