package com.videowindow.patina.benchmarks.accuracy;

import com.videowindow.patina.benchmarks.accuracy.LibRec.Settings;
import com.videowindow.patina.benchmarks.accuracy.LibRec.Similarity;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What a search may choose from, for LibRec's; the first of each is what LibRec documents. */
final class LibRecSpaces {
    static final Settings DOCUMENTED_ITEM_KNN =
            new Settings(true, Similarity.PCC, Map.of("neighbors.knn.number", "50", "similarity.shrinkage", "10"));

    static final Settings DOCUMENTED_BPR = new Settings(
            true,
            Similarity.NONE,
            Map.of(
                    "iterator.learnrate", "0.01",
                    "iterator.learnrate.maximum", "0.01",
                    "iterator.maximum", "100",
                    "user.regularization", "0.01",
                    "item.regularization", "0.01",
                    "factor.number", "10",
                    "learnrate.bolddriver", "false",
                    "learnrate.decay", "1.0"));

    static final Settings DOCUMENTED_WRMF = new Settings(
            true,
            Similarity.NONE,
            Map.of(
                    "iterator.maximum", "20",
                    "user.regularization", "0.01",
                    "item.regularization", "0.01",
                    "factor.number", "10",
                    "wrmf.weight.coefficient", "4.0"));

    static final Settings DOCUMENTED_SLIM = new Settings(
            true,
            Similarity.COSINE,
            Map.of(
                    "iterator.maximum", "40",
                    "similarity.shrinkage", "10",
                    "neighbors.knn.number", "50",
                    "recommender.earlystop", "true",
                    "slim.regularization.l1", "1",
                    "slim.regularization.l2", "5"));

    static final List<Settings> ITEM_KNN = itemKnn();
    static final List<Settings> BPR = bpr();
    static final List<Settings> WRMF = wrmf();
    static final List<Settings> SLIM = slim();

    private LibRecSpaces() {}

    private static List<Settings> itemKnn() {
        List<Settings> space = new ArrayList<>(List.of(DOCUMENTED_ITEM_KNN));
        for (Similarity similarity : List.of(Similarity.COSINE, Similarity.BINARY_COSINE)) {
            for (boolean values : new boolean[] {true, false}) {
                Settings one = new Settings(values, similarity, DOCUMENTED_ITEM_KNN.properties());
                space.addAll(each(List.of(one), "neighbors.knn.number", 20, 50, 200));
            }
        }
        return List.copyOf(space);
    }

    private static List<Settings> bpr() {
        List<Settings> space = List.of(DOCUMENTED_BPR.and("iterator.learnrate.maximum", 1));
        space = each(space, "factor.number", 10, 32, 64);
        space = each(space, "iterator.learnrate", 0.01, 0.03);
        space = each(space, "iterator.maximum", 100, 300);
        space = each(space, "item.regularization", 0.01, 0.03);
        return documentedFirst(DOCUMENTED_BPR, space);
    }

    private static List<Settings> wrmf() {
        List<Settings> space = Stream.of(true, false)
                .map(values -> new Settings(values, Similarity.NONE, DOCUMENTED_WRMF.properties()))
                .toList();
        space = each(space, "factor.number", 10, 20, 40);
        space = each(space, "wrmf.weight.coefficient", "4.0", "1.0", "0.0", "-0.5");
        List<Settings> regularized = new ArrayList<>();
        for (String penalty : List.of("0.01", "1", "10")) {
            space.forEach(one ->
                    regularized.add(one.and("user.regularization", penalty).and("item.regularization", penalty)));
        }
        return documentedFirst(DOCUMENTED_WRMF, regularized);
    }

    /** Five rounds, since one takes it half a minute, and it starts near where it ends. */
    private static List<Settings> slim() {
        List<Settings> space = Stream.of(Similarity.COSINE, Similarity.BINARY_COSINE)
                .map(similarity ->
                        new Settings(false, similarity, DOCUMENTED_SLIM.properties()).and("iterator.maximum", 5))
                .toList();
        space = each(space, "neighbors.knn.number", 50, 100);
        space = each(space, "slim.regularization.l1", 0.001, 0.03);
        space = each(space, "slim.regularization.l2", 0.1, 1);
        return documentedFirst(DOCUMENTED_SLIM.and("iterator.maximum", 5), space);
    }

    private static List<Settings> each(Collection<Settings> space, String property, Object... values) {
        return space.stream()
                .flatMap(one -> Stream.of(values).map(value -> one.and(property, value)))
                .toList();
    }

    private static List<Settings> documentedFirst(Settings documented, List<Settings> space) {
        return Stream.concat(Stream.of(documented), space.stream()).distinct().toList();
    }
}
