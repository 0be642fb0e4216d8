package com.videowindow.patina.domain.release;

import java.util.UUID;

/** One release of raw events. */
public record ReleaseId(UUID value) {

    public static ReleaseId of(String value) {
        return new ReleaseId(UUID.fromString(value));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
