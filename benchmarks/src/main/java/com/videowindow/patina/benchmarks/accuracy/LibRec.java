package com.videowindow.patina.benchmarks.accuracy;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import net.librec.common.LibrecException;
import net.librec.conf.Configuration;
import net.librec.math.algorithm.Randoms;
import net.librec.math.structure.SparseVector;
import net.librec.recommender.AbstractRecommender;
import net.librec.recommender.RecommenderContext;
import net.librec.recommender.cf.ItemKNNRecommender;
import net.librec.recommender.cf.ranking.BPRRecommender;
import net.librec.recommender.cf.ranking.SLIMRecommender;
import net.librec.recommender.cf.ranking.WRMFRecommender;
import net.librec.recommender.item.RecommendedItem;
import net.librec.similarity.AbstractRecommenderSimilarity;
import net.librec.similarity.BinaryCosineSimilarity;
import net.librec.similarity.CosineSimilarity;
import net.librec.similarity.PCCSimilarity;

/**
 * LibRec's recommenders, given what ours are given and the ratings' values beside, and asked to rank all that a user has not
 * met. They draw by a seed, so that they say the same again.
 *
 * <p>Reference: Guo, Zhang, Sun and Yorke-Smith, LibRec: A Java Library for Recommender Systems (2015).
 */
final class LibRec {
    /** Places of a list that are looked at, at most. */
    static final int MOST = 200;

    private LibRec() {}

    static List<Family<?>> all() {
        return List.of(
                of("LibRec-ItemKNN", Chosen::itemKnn, LibRecSpaces.ITEM_KNN, ItemKNNRecommender::new),
                of("LibRec-BPR", Chosen::bpr, LibRecSpaces.BPR, BPRRecommender::new),
                of("LibRec-WRMF", Chosen::wrmf, LibRecSpaces.WRMF, WRMFRecommender::new),
                of("LibRec-SLIM", Chosen::slim, LibRecSpaces.SLIM, SLIMRecommender::new));
    }

    /**
     * @param values whether it learns from the ratings' values, or only from who rated what
     * @param similarity of items, if it asks for one
     * @param properties as LibRec calls them, without their prefix
     */
    record Settings(boolean values, Similarity similarity, Map<String, String> properties) {
        Settings {
            properties = Map.copyOf(properties);
        }

        Settings and(String property, Object value) {
            Map<String, String> more = new TreeMap<>(properties);
            more.put(property, value.toString());
            return new Settings(values, similarity, more);
        }

        @Override
        public String toString() {
            return (values ? "values" : "binary")
                    + (similarity == Similarity.NONE ? "" : " " + similarity)
                    + " " + new TreeMap<>(properties);
        }
    }

    enum Similarity {
        NONE,
        PCC,
        COSINE,
        BINARY_COSINE;

        AbstractRecommenderSimilarity create() {
            return switch (this) {
                case COSINE -> new CosineSimilarity();
                case BINARY_COSINE -> new SparseBinaryCosine();
                case PCC, NONE -> new PCCSimilarity();
            };
        }
    }

    /** The same, but that pairs without anybody in common are not stored as zeros, which would be most of the memory. */
    private static final class SparseBinaryCosine extends BinaryCosineSimilarity {
        @Override
        public double getCorrelation(SparseVector one, SparseVector other) {
            double both = super.getCorrelation(one, other);
            return both == 0 ? Double.NaN : both;
        }
    }

    static boolean isOne(Family<?> family) {
        return family.name().startsWith("LibRec-");
    }

    private static Family<Settings> of(
            String name,
            Function<Chosen, Settings> standing,
            List<Settings> space,
            Supplier<AbstractRecommender> algorithm) {
        return new Family<>(name, false, standing, space, (known, settings) -> train(known, settings, algorithm.get()));
    }

    private static Contender.Scores train(Known known, Settings settings, AbstractRecommender algorithm) {
        Configuration configuration = new Configuration();
        configuration.setBoolean("rec.recommender.isranking", true);
        configuration.setBoolean("rec.recommender.verbose", false);
        configuration.setInt("rec.recommender.ranking.topn", MOST);
        configuration.set("rec.recommender.similarity.key", "item");
        settings.properties().forEach((property, value) -> configuration.set("rec." + property, value));
        Randoms.seed(1);
        try {
            LibRecData data = new LibRecData(known, settings.values(), configuration);
            RecommenderContext context = new RecommenderContext(configuration, data);
            if (settings.similarity() != Similarity.NONE) {
                AbstractRecommenderSimilarity similarity = settings.similarity().create();
                similarity.buildSimilarityMatrix(data);
                context.setSimilarity(similarity);
            }
            algorithm.recommend(context);
        } catch (LibrecException failure) {
            throw new IllegalStateException(failure);
        }
        return scores(known, algorithm.getRecommendedList());
    }

    private static Contender.Scores scores(Known known, List<RecommendedItem> lists) {
        double[][] scores = new double[known.liked().users()][known.liked().items()];
        for (double[] own : scores) {
            Arrays.fill(own, Double.NEGATIVE_INFINITY);
        }
        for (RecommendedItem listed : lists) {
            scores[Integer.parseInt(listed.getUserId())][Integer.parseInt(listed.getItemId())] = listed.getValue();
        }
        return user -> scores[user];
    }
}
