package com.videowindow.patina.benchmarks.accuracy;

import java.util.Arrays;
import java.util.List;
import org.apache.mahout.cf.taste.common.TasteException;
import org.apache.mahout.cf.taste.impl.common.FastByIDMap;
import org.apache.mahout.cf.taste.impl.common.FastIDSet;
import org.apache.mahout.cf.taste.impl.model.GenericBooleanPrefDataModel;
import org.apache.mahout.cf.taste.impl.recommender.GenericBooleanPrefItemBasedRecommender;
import org.apache.mahout.cf.taste.impl.similarity.LogLikelihoodSimilarity;
import org.apache.mahout.cf.taste.recommender.RecommendedItem;

/**
 * Apache Mahout's item-based recommender with the similarity that its documentation recommends where there are no ratings:
 * Dunning's log-likelihood ratio, summed over what a user met. It has no setting.
 *
 * <p>Reference: Owen, Anil, Dunning and Friedman, Mahout in Action (2011), chapter 4.
 */
final class Taste {

    private Taste() {}

    static Family<?> itemBased() {
        return new Family<>("Taste-item-LLR", false, chosen -> "-", List.of("-"), (known, none) -> train(known));
    }

    private static Contender.Scores train(Known known) {
        FastByIDMap<FastIDSet> met = new FastByIDMap<>();
        for (int user = 0; user < known.liked().users(); user++) {
            int[] items = known.liked().itemsOf(user);
            if (items.length > 0) {
                met.put(user, new FastIDSet(Arrays.stream(items).asLongStream().toArray()));
            }
        }
        GenericBooleanPrefDataModel data = new GenericBooleanPrefDataModel(met);
        GenericBooleanPrefItemBasedRecommender recommender = new GenericBooleanPrefItemBasedRecommender(
                data,
                new RememberedSimilarity(
                        new LogLikelihoodSimilarity(data), known.liked().items()));
        return user -> {
            double[] scores = new double[known.liked().items()];
            Arrays.fill(scores, Double.NEGATIVE_INFINITY);
            try {
                for (RecommendedItem listed : recommender.recommend(user, LibRec.MOST)) {
                    scores[(int) listed.getItemID()] = listed.getValue();
                }
            } catch (TasteException failure) {
                throw new IllegalStateException(failure);
            }
            return scores;
        };
    }
}
