package com.videowindow.patina.query.catalog;

import java.util.List;

/** Facets by kind, most content first. */
public record Taxonomy(
        List<Entry> categories,
        List<Entry> subcategories,
        List<Entry> techniques,
        List<Entry> materials,
        List<Entry> skills,
        List<Entry> creators,
        List<Entry> tags) {

    /** One value and how much shown content has it. */
    public record Entry(String value, int count) {}
}
