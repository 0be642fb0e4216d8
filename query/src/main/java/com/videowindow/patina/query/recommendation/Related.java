package com.videowindow.patina.query.recommendation;

import com.videowindow.patina.domain.recommendation.Occasion;
import com.videowindow.patina.learning.ranking.Likeness;
import com.videowindow.patina.query.catalog.CatalogSnapshot;
import org.jspecify.annotations.Nullable;

/**
 * How much content is like one thing: what the same people like, relative to what goes with it best, and what it has in
 * common: facets, and words and embeddings of what facets leave open. Of a product nobody tells what is liked with it, so it is the facets
 * alone. Nothing of it is about anybody.
 *
 * <p>Cost: one pass over the catalogue.
 */
final class Related {
    private static final int NOTHING = -1;

    static final Related TO_NOTHING = new Related(CatalogSnapshot.EMPTY, new int[0], NOTHING, 0, new double[0]);

    private static final double TOGETHER = 0.6;
    private static final double LIKENESS = 0.4;
    /** Measured on the simulated market. */
    private static final double OF_REST = 0.75;

    private final CatalogSnapshot catalog;
    private final int[] facets;
    private final int about;
    private final double ofLikeness;
    private final double[] together;

    /**
     * @param about content, by its number; below 0 for a product
     * @param together 0 to 1 by the catalogue's numbers; empty where it is not known
     */
    private Related(CatalogSnapshot catalog, int[] facets, int about, double ofLikeness, double[] together) {
        this.catalog = catalog;
        this.facets = facets;
        this.about = about;
        this.ofLikeness = ofLikeness;
        this.together = together;
    }

    /** To nothing where it is not shown any more. */
    static Related to(@Nullable Occasion occasion, Shelf shelf) {
        CatalogSnapshot catalog = shelf.catalog();
        if (occasion == null) {
            return TO_NOTHING;
        }
        if (occasion.product() != null) {
            return new Related(catalog, catalog.facetsOf(occasion.product()), NOTHING, 1, new double[0]);
        }
        int number = occasion.watched() == null ? -1 : catalog.numberOf(occasion.watched());
        return number < 0 ? TO_NOTHING : to(number, shelf);
    }

    static Related to(int content, Shelf shelf) {
        return new Related(
                shelf.catalog(),
                shelf.catalog().facetsOf(content),
                content,
                LIKENESS,
                relative(together(content, shelf)));
    }

    /** 0 to 1. */
    double of(int content) {
        return together(content) + likeness(content);
    }

    double together(int content) {
        return together.length == 0 ? 0 : TOGETHER * together[content];
    }

    double likeness(int content) {
        double shared = facets.length == 0 ? 0 : Likeness.of(facets, catalog.facetsOf(content));
        double more = about < 0 ? 0 : Math.max(0, catalog.likeness().of(about, content));
        return ofLikeness * (shared + (1 - shared) * OF_REST * more);
    }

    private static double[] together(int content, Shelf shelf) {
        double[] weights = new double[shelf.catalog().size()];
        for (int other = 0; other < weights.length; other++) {
            weights[other] = other == content ? 0 : Math.max(0, together(shelf, content, other));
        }
        return weights;
    }

    /** What speaks against it counts as nothing. */
    private static double[] relative(double[] weights) {
        double most = 0;
        for (double weight : weights) {
            most = Math.max(most, weight);
        }
        for (int other = 0; other < weights.length && most > 0; other++) {
            weights[other] /= most;
        }
        return weights;
    }

    private static double together(Shelf shelf, int one, int other) {
        return shelf.model()
                .map(model -> shelf.modelNumber(one) < 0 || shelf.modelNumber(other) < 0
                        ? 0.0
                        : model.ease().weight(shelf.modelNumber(one), shelf.modelNumber(other)))
                .orElseGet(() -> shelf.togetherNumber(one) < 0 || shelf.togetherNumber(other) < 0
                        ? 0.0
                        : shelf.together().similarity(shelf.togetherNumber(one), shelf.togetherNumber(other)));
    }
}
