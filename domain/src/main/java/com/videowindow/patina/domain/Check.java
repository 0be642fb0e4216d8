package com.videowindow.patina.domain;

import java.math.BigDecimal;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Bounds of value objects: the message names what is wrong, never the value itself, which may be personal. */
public final class Check {

    private static final String WITHIN_IDENTIFIERS = "._:~@+-";

    private static final Set<String> LANGUAGES = Set.copyOf(Arrays.asList(Locale.getISOLanguages()));
    private static final Set<String> REGIONS = Set.copyOf(Arrays.asList(Locale.getISOCountries()));

    private static final Set<String> HERE = Set.of("localhost", "127.0.0.1", "[::1]");

    private static final Instant FIRST_TIME = Instant.parse("0000-01-01T00:00:00Z");
    private static final Instant LAST_TIME = Instant.parse("9999-12-31T23:59:59.999999999Z");

    private Check() {}

    /**
     * ISO 8601 with a year of four digits, which everything that counts milliseconds can hold.
     *
     * @throws DateTimeException when it is not
     */
    public static Instant time(String text) {
        Instant time = Instant.parse(text);
        if (time.isBefore(FIRST_TIME) || time.isAfter(LAST_TIME)) {
            throw new DateTimeException("a year has four digits");
        }
        return time;
    }

    public static String identifier(String what, String value, int max) {
        if (value.isEmpty() || value.length() > max || !isIdentifier(value)) {
            throw new IllegalArgumentException(what + " must be 1 to " + max
                    + " letters, digits or . _ : ~ @ + - and start with a letter or digit");
        }
        return value;
    }

    /** By hand, since every stored event and document asks it of each of its names. */
    private static boolean isIdentifier(String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            boolean plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
            if (!plain && (i == 0 || WITHIN_IDENTIFIERS.indexOf(c) < 0)) {
                return false;
            }
        }
        return true;
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

    /** BCP 47, for example {@code en} or {@code pt-BR}, in the case in which it is registered. */
    public static String language(String what, String tag) {
        try {
            if (!tag.isEmpty() && tag.length() <= 35) {
                return new Locale.Builder().setLanguageTag(tag).build().toLanguageTag();
            }
        } catch (IllformedLocaleException illFormed) {
            throw new IllegalArgumentException(what + " must be a BCP 47 language tag", illFormed);
        }
        throw new IllegalArgumentException(what + " must be a BCP 47 language tag");
    }

    /**
     * Likewise, and its language and country exist: asked of what comes in, not of what was stored, which must be
     * readable for ever.
     */
    public static String existingLanguage(String what, String tag) {
        Locale locale = Locale.forLanguageTag(language(what, tag));
        if (!isLanguage(locale) || !isRegion(locale.getCountry())) {
            throw new IllegalArgumentException(what + " must be a BCP 47 language tag that is registered");
        }
        return locale.toLanguageTag();
    }

    /** Likewise, and nothing but language, script and region: what may follow them can be any words, also a name. */
    public static String plainLanguage(String what, String tag) {
        Locale locale = Locale.forLanguageTag(existingLanguage(what, tag));
        if (locale.hasExtensions() || !locale.getVariant().isEmpty() || !isScript(locale)) {
            throw new IllegalArgumentException(what + " must name a registered language, script and region alone");
        }
        return locale.toLanguageTag();
    }

    /** Java lists the languages of two letters; of those with three it has names. */
    private static boolean isLanguage(Locale locale) {
        String language = locale.getLanguage();
        return language.length() == 2
                ? LANGUAGES.contains(language)
                : language.length() == 3
                        && !locale.getDisplayLanguage(Locale.ENGLISH).equals(language);
    }

    private static boolean isScript(Locale locale) {
        String script = locale.getScript();
        return script.isEmpty() || !locale.getDisplayScript(Locale.ENGLISH).equals(script);
    }

    private static boolean isRegion(String region) {
        boolean numbered = region.length() == 3;
        return region.isEmpty() || numbered || REGIONS.contains(region);
    }

    /** Whether nobody on the way can read what is sent there: it is https, or does not leave this machine. */
    public static boolean isSafe(URI address) {
        String host = address.getHost();
        return host != null
                && ("https".equals(address.getScheme()) || ("http".equals(address.getScheme()) && HERE.contains(host)));
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
        int width;
        for (int i = 0; i < value.length(); i += width) {
            int c = value.codePointAt(i);
            if (isOdd(c)) {
                throw new IllegalArgumentException(what + " must have no control characters and no broken ones");
            }
            width = Character.charCount(c);
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
