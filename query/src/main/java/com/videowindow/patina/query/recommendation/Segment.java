package com.videowindow.patina.query.recommendation;

import com.videowindow.patina.domain.interest.Facet;
import com.videowindow.patina.domain.interest.FacetKind;
import com.videowindow.patina.domain.recommendation.Filter;
import com.videowindow.patina.query.catalog.CatalogSnapshot;
import java.util.List;

/**
 * The categories that a list is asked to be of, as those are a segment who come for them: what is most popular there is
 * popular, however many more like something else. Asked, not learned, so it is known without anybody's profile.
 *
 * @param most how popular the most popular of it is, of all; 0 where nobody likes any of it, or no category was asked for
 */
record Segment(float most) {
    static final Segment NONE = new Segment(0);

    static Segment of(Shelf shelf, Pool pool, Filter filter) {
        List<Facet> categories = categories(filter.facets());
        if (categories.isEmpty()
                && categories(pool.facets()).size() == pool.facets().size()) {
            categories = pool.facets();
        }
        float most = 0;
        CatalogSnapshot catalog = shelf.catalog();
        for (Facet category : categories) {
            int number = catalog.numberOf(category);
            if (number >= 0) {
                for (int content : catalog.having(number)) {
                    most = Math.max(most, shelf.popularity(content));
                }
            }
        }
        return new Segment(most);
    }

    private static List<Facet> categories(List<Facet> facets) {
        return facets.stream()
                .filter(facet -> facet.kind() == FacetKind.CATEGORY)
                .toList();
    }

    boolean isKnown() {
        return most > 0;
    }
}
