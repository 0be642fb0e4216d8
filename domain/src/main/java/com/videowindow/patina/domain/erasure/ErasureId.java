package com.videowindow.patina.domain.erasure;

import java.util.UUID;

/** One erasure; random, so that only who was told can ask for it. */
public record ErasureId(UUID value) {

    public static ErasureId of(String value) {
        return new ErasureId(UUID.fromString(value));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
