package com.videowindow.patina.domain;

import java.util.UUID;

/** A person, as the log knows them: random, and meaningless without the deletable identity map. */
public record SubjectId(UUID value) {

    public static SubjectId of(String value) {
        return new SubjectId(UUID.fromString(value));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
