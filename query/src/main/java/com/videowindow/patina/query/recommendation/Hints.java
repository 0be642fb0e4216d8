package com.videowindow.patina.query.recommendation;

import com.videowindow.patina.learning.ranking.ContentInterest;
import com.videowindow.patina.query.catalog.CatalogSnapshot;
import java.util.function.IntToDoubleFunction;

/**
 * About the score of every piece of a large catalogue, without the products of a model's factors, likeness, what was
 * practised, and what is explored. Interest is summed up along the postings of the facets that anything is known of; the other parts are added one
 * after the other over plain arrays, and those that say nothing for this list are not looked at.
 *
 * <p>Cost: a pass of few operations for each part that counts; of one piece some nanoseconds.
 */
final class Hints {
    private final Shelf shelf;
    private final CatalogSnapshot catalog;
    private final Taste taste;
    private final Scorer scorer;

    Hints(Shelf shelf, Taste taste, Scorer scorer) {
        this.shelf = shelf;
        this.catalog = shelf.catalog();
        this.taste = taste;
        this.scorer = scorer;
    }

    /** By the catalogue's numbers; what is explored is left out. */
    float[] all() {
        float[] hints = interests();
        shelf.addKnown(
                hints,
                (float) scorer.weights().trending() * scorer.timesPopularity(),
                (float) scorer.weights().freshness() * scorer.sinceLatest());
        double ofMakeable = taste.hasInterests() ? Part.MAKEABLE.weight(scorer.weights()) : 0;
        shelf.groups()
                .addTo(
                        hints,
                        kind -> ofMakeable * taste.makeable().of(kind.skill(), 0, 0)
                                + scorer.terms().calibrationIn(kind.category()));
        if (scorer.weights().collaborative() != 0) {
            taste.together().addHints(scorer.weights().collaborative(), hints);
        }
        add(scorer.weights().ofRelated(), hints, scorer::related);
        add(scorer.weights().ofEditorial(), hints, scorer::editorial);
        add(scorer.rules().hasBoosts() ? 1 : 0, hints, scorer.rules()::boost);
        return hints;
    }

    private static void add(double weight, float[] hints, IntToDoubleFunction part) {
        if (weight != 0) {
            for (int content = 0; content < hints.length; content++) {
                hints[content] += (float) (weight * part.applyAsDouble(content));
            }
        }
    }

    /** What {@link ContentInterest} makes of each, weighed. */
    private float[] interests() {
        float[] sums = new float[catalog.size()];
        if (!taste.hasInterests() || scorer.weights().interest() == 0) {
            return sums;
        }
        float ofInterest = (float) scorer.weights().interest();
        float[] known = new float[catalog.size()];
        for (int facet = 0; facet < catalog.facetCount(); facet++) {
            if (taste.affinity(facet) != 0) {
                float pull = (float) scorer.pull(facet);
                float importance = shelf.importance(facet);
                for (int content : catalog.having(facet)) {
                    sums[content] += pull;
                    known[content] += importance;
                }
            }
        }
        for (int content = 0; content < sums.length; content++) {
            sums[content] = ofInterest * sums[content] / (1 + known[content]);
        }
        return sums;
    }
}
