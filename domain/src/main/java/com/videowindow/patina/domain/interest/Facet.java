package com.videowindow.patina.domain.interest;

import com.videowindow.patina.domain.Check;
import com.videowindow.patina.domain.catalog.SkillLevel;

/** One describing value, for example {@code technique:dovetail}; written as that string everywhere. */
public record Facet(FacetKind kind, String value) implements Comparable<Facet> {
    private static final FacetKind[] KINDS = FacetKind.values();

    public Facet {
        Check.text("facet", value, 100);
        if (kind == FacetKind.SKILL && SkillLevel.named(value).isEmpty()) {
            throw new IllegalArgumentException("facet must be skill:beginner, :intermediate, :advanced or :expert");
        }
    }

    /** @throws IllegalArgumentException when there is no known kind before the colon */
    public static Facet parse(String text) {
        int colon = text.indexOf(':');
        for (FacetKind kind : KINDS) {
            if (kind.name().length() == colon && kind.name().regionMatches(true, 0, text, 0, colon)) {
                return new Facet(kind, text.substring(colon + 1));
            }
        }
        throw new IllegalArgumentException(
                "facet must be written kind:value with kind one of category, subcategory, technique, material, skill, creator");
    }

    @Override
    public int compareTo(Facet other) {
        int byKind = kind.compareTo(other.kind);
        return byKind != 0 ? byKind : value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return kind.prefix() + value;
    }
}
