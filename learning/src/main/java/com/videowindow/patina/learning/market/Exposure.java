package com.videowindow.patina.learning.market;

/**
 * Who is seen by lists: shares of exposure, where a place is seen as much as nDCG discounts it (Singh and Joachims, Fairness of
 * exposure in rankings, 2018).
 *
 * @param lists how they were made
 * @param smallCreators share of the half of creators that had the fewest likes
 * @param newWorks share of what came out in the last two weeks
 * @param divergence of their categories from those of what each likes (Kullback and Leibler), in the mean: 0 where they are calibrated
 * @param ndcg by the truth
 * @param p of that, against the lists before anything was ranked again
 */
public record Exposure(String lists, double smallCreators, double newWorks, double divergence, double ndcg, double p) {

    /** How much more a group is seen than by lists of what people would like most: 1 is as much as it deserves. */
    public static double ratio(double share, double deserved) {
        return deserved == 0 ? 1 : share / deserved;
    }
}
