package com.videowindow.patina.query.recommendation;

import com.videowindow.patina.learning.ranking.ContentInterest;
import com.videowindow.patina.query.catalog.CatalogSnapshot;
import java.util.Arrays;
import java.util.function.IntToDoubleFunction;

/**
 * About the score of every piece of a large catalogue, without the products of a model's factors, likeness, and what was
 * practised. Interest is summed up along the postings of the facets that anything is known of; the other parts are added one
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

    /** By the catalogue's numbers. */
    double[] all() {
        float[] interests = interests();
        double ofInterest = scorer.weights().interest();
        double ofFreshness = scorer.weights().freshness();
        double ofTrending = scorer.weights().trending();
        double[] steps = steps();
        double[] hints = new double[catalog.size()];
        for (int content = 0; content < hints.length; content++) {
            hints[content] = ofInterest * interests[content]
                    + steps[1 + catalog.skillOf(content)]
                    + ofTrending * scorer.popularity(content)
                    + ofFreshness * scorer.freshness(content);
        }
        add(
                Part.EXPLORATION.weight(scorer.weights()),
                hints,
                content -> scorer.exploration(content, interests[content]));
        add(scorer.weights().collaborative(), hints, taste.together()::hint);
        add(scorer.weights().ofRelated(), hints, scorer::related);
        add(scorer.weights().ofEditorial(), hints, scorer::editorial);
        add(scorer.rules().hasBoosts() ? 1 : 0, hints, scorer.rules()::boost);
        addCalibration(hints);
        return hints;
    }

    private static void add(double weight, double[] hints, IntToDoubleFunction part) {
        if (weight != 0) {
            for (int content = 0; content < hints.length; content++) {
                hints[content] += weight * part.applyAsDouble(content);
            }
        }
    }

    /** What the next step is worth, by {@link CatalogSnapshot#skillOf} from none on. */
    private double[] steps() {
        double[] steps = new double[1 + CatalogSnapshot.STEPS];
        if (taste.hasInterests()) {
            double weight = Part.MAKEABLE.weight(scorer.weights());
            Arrays.setAll(steps, i -> weight * taste.makeable().of(i - 1, 0, 0));
        }
        return steps;
    }

    /** The same for all of a category. */
    private void addCalibration(double[] hints) {
        if (scorer.weights().ofCalibration() == 0 || !taste.mix().isKnown()) {
            return;
        }
        double[] byCategory = new double[catalog.facetCount()];
        for (int content = 0; content < hints.length; content++) {
            int category = catalog.categoryOf(content);
            if (category >= 0) {
                if (byCategory[category] == 0) {
                    byCategory[category] = scorer.terms().calibration(content);
                }
                hints[content] += byCategory[category];
            }
        }
    }

    /** What {@link Scorer} comes to piece by piece. */
    private float[] interests() {
        float[] sums = new float[catalog.size()];
        if (!taste.hasInterests()) {
            return sums;
        }
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
            sums[content] = (float) ContentInterest.of(sums[content], known[content]);
        }
        return sums;
    }
}
