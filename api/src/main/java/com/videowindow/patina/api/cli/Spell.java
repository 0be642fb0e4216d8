package com.videowindow.patina.api.cli;

import java.time.Duration;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A stretch of time as people write it: 90s, 15m, 8h, 30d, or in ISO 8601. */
final class Spell implements ITypeConverter<Duration> {

    @Override
    public Duration convert(String text) {
        try {
            String iso = text.toUpperCase(Locale.ROOT);
            Duration spell = Duration.parse(iso.startsWith("P") ? iso : iso.endsWith("D") ? "P" + iso : "PT" + iso);
            if (spell.isPositive()) {
                return spell;
            }
        } catch (java.time.format.DateTimeParseException unreadable) {
            // told below, in the same words
        }
        throw new TypeConversionException("'" + text + "' is no time like 15m, 8h or 30d");
    }
}
