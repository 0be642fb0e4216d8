package com.videowindow.patina.query.catalog;

import com.videowindow.patina.domain.interest.FacetKind;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What interests can be picked from: the facets of shown content by kind, most content first; {@value #MAX} of each,
 * since creators may be without end.
 */
public record Taxonomy(
        List<Entry> categories,
        List<Entry> subcategories,
        List<Entry> techniques,
        List<Entry> materials,
        List<Entry> skills,
        List<Entry> creators) {

    public static final int MAX = 1_000;

    private static final Comparator<Entry> MOST_FIRST =
            Comparator.comparingInt(Entry::count).reversed().thenComparing(Entry::value);

    /** One value and how much shown content has it. */
    public record Entry(String value, int count) {}

    static Taxonomy of(CatalogSnapshot catalog) {
        return new Taxonomy(
                of(catalog, FacetKind.CATEGORY),
                of(catalog, FacetKind.SUBCATEGORY),
                of(catalog, FacetKind.TECHNIQUE),
                of(catalog, FacetKind.MATERIAL),
                of(catalog, FacetKind.SKILL),
                of(catalog, FacetKind.CREATOR));
    }

    private static List<Entry> of(CatalogSnapshot catalog, FacetKind kind) {
        return IntStream.range(0, catalog.facetCount())
                .filter(facet -> catalog.facet(facet).kind() == kind)
                .mapToObj(facet -> new Entry(catalog.facet(facet).value(), catalog.having(facet).length))
                .sorted(MOST_FIRST)
                .limit(MAX)
                .toList();
    }
}
