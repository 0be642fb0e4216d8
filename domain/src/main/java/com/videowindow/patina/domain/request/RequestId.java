package com.videowindow.patina.domain.request;

import java.util.UUID;

/** One request; the id of whatever carries it out. */
public record RequestId(UUID value) {

    public static RequestId of(String value) {
        return new RequestId(UUID.fromString(value));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
