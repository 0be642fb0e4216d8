package com.videowindow.patina.query.recommendation;

import com.videowindow.patina.domain.catalog.ContentId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What would become of an item of a list, had its person not done or said what a reason rests on: it is taken out of what is
 * known about them, and the list is made anew.
 *
 * @param asServed whether all that is not about the person is what it was when the list was served, so that the scores are
 *     those of then; otherwise both sides are by what is so today
 * @param now as the item stands with everything that was known
 */
public record Counterfactuals(ContentId contentId, String title, boolean asServed, Place now, List<Without> without) {

    /**
     * How an item stands.
     *
     * @param score without what likeness to the items above takes away
     * @param rank from 1; absent beyond {@value Retrying#RANKS} or where it would not be offered
     */
    public record Place(double score, @Nullable Integer rank) {}

    /**
     * Without the evidence of one reason.
     *
     * @param removed the content of which all that the person did was taken away: all that the reason counts; empty where a
     *     statement was
     * @param loss of score, which is what the evidence contributes; below 0 where it speaks against the item
     * @param instead what would stand where the item stands now
     */
    public record Without(
            WordedReason reason,
            List<ContentId> removed,
            Place place,
            double loss,
            @Nullable ContentId instead) {}
}
