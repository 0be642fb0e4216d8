package com.videowindow.patina.domain.model;

import java.util.UUID;

/** One training; random. */
public record TrainingId(UUID value) {

    public static TrainingId of(String value) {
        return new TrainingId(UUID.fromString(value));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
