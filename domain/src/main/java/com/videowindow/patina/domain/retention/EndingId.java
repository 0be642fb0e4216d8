package com.videowindow.patina.domain.retention;

import java.util.UUID;

/** One ending of periods; random. */
public record EndingId(UUID value) {

    public static EndingId of(String value) {
        return new EndingId(UUID.fromString(value));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
