package com.videowindow.patina.domain.consent;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Whose law applies: a country of ISO 3166-1, or a part of one of ISO 3166-2, as {@code DE} or {@code US-CA}. */
public record Jurisdiction(String value) {
    private static final Pattern FORM = Pattern.compile("[A-Z]{2}(-[A-Z0-9]{1,3})?");
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

    public Jurisdiction {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("jurisdiction must be of ISO 3166, as DE or US-CA");
        }
    }

    /** Asked of what comes in, not of what was stored: countries change. */
    public Jurisdiction existing() {
        if (!COUNTRIES.contains(value.substring(0, 2)) && !value.startsWith("EU")) {
            throw new IllegalArgumentException("jurisdiction must be a country of ISO 3166 or a part of one");
        }
        return this;
    }
}
