package com.videowindow.patina.query.recommendation;

import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;
import org.jspecify.annotations.Nullable;

/** The languages that reasons are told in, the first where nobody asks for another. */
public final class Languages {
    static final List<Locale> KNOWN = List.of(Locale.ENGLISH, Locale.GERMAN);

    private Languages() {}

    /** The one that somebody likes best of those we have (lookup of RFC 4647); what cannot be read is passed over. */
    public static Locale best(@Nullable String acceptLanguage) {
        if (acceptLanguage == null || acceptLanguage.isBlank()) {
            return KNOWN.getFirst();
        }
        try {
            List<LanguageRange> liked = LanguageRange.parse(acceptLanguage).stream()
                    .filter(range -> range.getWeight() > 0)
                    .toList();
            Locale found = liked.isEmpty() ? null : Locale.lookup(liked, KNOWN);
            return found == null ? KNOWN.getFirst() : found;
        } catch (IllegalArgumentException unreadable) {
            return KNOWN.getFirst();
        }
    }
}
