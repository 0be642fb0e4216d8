package com.videowindow.patina.domain.catalog;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How much practice content asks for, from least to most. */
public enum SkillLevel {
    BEGINNER,
    INTERMEDIATE,
    ADVANCED,
    EXPERT;

    /** The level that a facet names, in small letters. */
    public static Optional<SkillLevel> named(String name) {
        return Arrays.stream(values())
                .filter(level -> level.name().toLowerCase(Locale.ROOT).equals(name))
                .findFirst();
    }
}
