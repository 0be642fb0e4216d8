package com.videowindow.patina.query.recommendation;

import com.videowindow.patina.domain.interest.FacetKind;
import com.videowindow.patina.learning.recommender.CoOccurrence;
import com.videowindow.patina.query.catalog.CatalogSnapshot;

/**
 * The shown catalogue with what the crowd knows about each piece, number by number: made once per change of either, so that a request looks nothing up by id.
 */
final class Shelf {
    static final Shelf EMPTY = new Shelf(CatalogSnapshot.EMPTY, Crowd.Learned.NOTHING);

    private final CatalogSnapshot catalog;
    private final CoOccurrence together;
    private final Crowd.Learned learned;
    private final int[] togetherNumbers;
    private final float[] popularity;
    private final float[] obscurity;
    private final int[] chance;
    private final float[] importance;

    Shelf(CatalogSnapshot catalog, Crowd.Learned learned) {
        this.catalog = catalog;
        this.learned = learned;
        together = learned.coOccurrence();
        togetherNumbers = new int[catalog.size()];
        popularity = new float[catalog.size()];
        obscurity = new float[catalog.size()];
        chance = new int[catalog.size()];
        importance = new float[catalog.facetCount()];
        for (int i = 0; i < importance.length; i++) {
            double share = (double) catalog.having(i).length / catalog.size();
            importance[i] = (float) (importance(catalog.facet(i).kind()) * (1 - share * share));
        }
        for (int i = 0; i < togetherNumbers.length; i++) {
            int number = together.numberOf(catalog.content(i).id());
            togetherNumbers[i] = number;
            chance[i] = catalog.content(i).id().hashCode();
            popularity[i] = learned.trending().share(catalog.content(i).id());
            obscurity[i] = (float) (1 / Math.sqrt(1 + (number < 0 ? 0 : together.support(number))));
        }
    }

    /** Whether it was made of these very snapshots. */
    @SuppressWarnings("ReferenceEquality")
    boolean isOf(CatalogSnapshot otherCatalog, Crowd.Learned otherLearned) {
        return catalog == otherCatalog && learned == otherLearned;
    }

    CatalogSnapshot catalog() {
        return catalog;
    }

    Crowd.Learned learned() {
        return learned;
    }

    CoOccurrence together() {
        return together;
    }

    /** The crowd's number of the content, or -1 when nobody liked it. */
    int togetherNumber(int content) {
        return togetherNumbers[content];
    }

    /** 0 (nobody liked it lately) to 1 (the most popular). */
    float popularity(int content) {
        return popularity[content];
    }

    /** What a draw is made with: the same for the same id, whatever else is shown. */
    int chance(int content) {
        return chance[content];
    }

    /** 1 (nobody has met it) falling towards 0 with the root of the people who liked it. */
    float obscurity(int content) {
        return obscurity[content];
    }

    /** How much a facet tells about whether the content is liked: nothing when all content has it. */
    float importance(int facet) {
        return importance[facet];
    }

    private static float importance(FacetKind kind) {
        return switch (kind) {
            case TECHNIQUE, CATEGORY, SUBCATEGORY, CREATOR -> 1;
            case MATERIAL -> 0.8f;
            case SKILL -> 0.3f;
        };
    }
}
