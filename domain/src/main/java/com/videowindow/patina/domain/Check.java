package com.videowindow.patina.domain;

import java.math.BigDecimal;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
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
        return writable(what, value);
    }

    /** Text that may be absent, and empty where it is there. */
    public static @Nullable String optionalText(String what, @Nullable String value, int max) {
        if (value == null) {
            return null;
        }
        if (value.length() > max) {
            throw new IllegalArgumentException(what + " must have at most " + max + " characters");
        }
        return writable(what, value);
    }

    /** BCP 47, for example {@code en} or {@code pt-BR}. */
    public static String language(String what, String tag) {
        try {
            if (!tag.isEmpty() && tag.length() <= 35) {
                new Locale.Builder().setLanguageTag(tag);
                return tag;
            }
        } catch (IllformedLocaleException illFormed) {
            throw new IllegalArgumentException(what + " must be a BCP 47 language tag", illFormed);
        }
        throw new IllegalArgumentException(what + " must be a BCP 47 language tag");
    }

    public static void range(String what, double value, double min, double max) {
        if (!(value >= min && value <= max)) {
            throw new IllegalArgumentException(what + " must be between " + plain(min) + " and " + plain(max));
        }
    }

    public static <T> List<T> atMost(String what, int max, @Nullable List<T> values) {
        if (values == null) {
            return List.of();
        }
        if (values.size() > max) {
            throw new IllegalArgumentException(what + " must have at most " + max + " entries");
        }
        if (values.stream().anyMatch(Objects::isNull)) {
            throw new IllegalArgumentException(what + " must have no empty entries");
        }
        return List.copyOf(values);
    }

    /** Half a surrogate pair cannot be written as UTF-8, and control characters only hide things. */
    private static String writable(String what, String value) {
        boolean odd = value.codePoints().anyMatch(Check::isOdd);
        if (odd) {
            throw new IllegalArgumentException(what + " must have no control characters and no broken ones");
        }
        return value;
    }

    private static boolean isOdd(int c) {
        boolean layout = c == '\n' || c == '\r' || c == '\t';
        return Character.getType(c) == Character.SURROGATE || (Character.isISOControl(c) && !layout);
    }

    private static String plain(double bound) {
        return BigDecimal.valueOf(bound).stripTrailingZeros().toPlainString();
    }
}
