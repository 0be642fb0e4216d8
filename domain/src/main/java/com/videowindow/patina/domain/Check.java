package com.videowindow.patina.domain;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Bounds of value objects: the message names what is wrong, never the value itself, which may be personal. */
public final class Check {

    private static final Pattern IDENTIFIER = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:~@+-]*");

    private Check() {}

    public static String identifier(String what, String value, int max) {
        if (value.isEmpty()
                || value.length() > max
                || !IDENTIFIER.matcher(value).matches()) {
            throw new IllegalArgumentException(what + " must be 1 to " + max
                    + " letters, digits or . _ : ~ @ + - and start with a letter or digit");
        }
        return value;
    }

    public static String text(String what, String value, int max) {
        if (value.isBlank() || value.length() > max) {
            throw new IllegalArgumentException(what + " must be 1 to " + max + " characters and not blank");
        }
        return value;
    }

    public static void range(String what, double value, double min, double max) {
        if (!(value >= min && value <= max)) {
            throw new IllegalArgumentException(what + " must be between " + min + " and " + max);
        }
    }

    public static <T> List<T> atMost(String what, int max, @Nullable List<T> values) {
        if (values == null) {
            return List.of();
        }
        if (values.size() > max) {
            throw new IllegalArgumentException(what + " must have at most " + max + " entries");
        }
        return List.copyOf(values);
    }
}
