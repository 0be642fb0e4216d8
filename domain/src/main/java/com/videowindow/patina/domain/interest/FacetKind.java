package com.videowindow.patina.domain.interest;

import java.util.Locale;

/** The dimensions in which craft content is described and interest is learned. */
public enum FacetKind {
    CATEGORY,
    SUBCATEGORY,
    TECHNIQUE,
    MATERIAL,
    SKILL,
    CREATOR;

    private final String prefix = name().toLowerCase(Locale.ROOT) + ":";

    /** What a facet of this kind is written behind. */
    String prefix() {
        return prefix;
    }
}
