package com.videowindow.patina.benchmarks.training;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.videowindow.patina.benchmarks.Machine;
import com.videowindow.patina.benchmarks.Scratch;
import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.catalog.ContentId;
import com.videowindow.patina.domain.recommendation.Neighbours;
import com.videowindow.patina.embedded.EmbeddedElasticsearch;
import com.videowindow.patina.json.PatinaJson;
import com.videowindow.patina.learning.recommender.Basket;
import com.videowindow.patina.learning.recommender.CollaborativeModel;
import com.videowindow.patina.learning.recommender.Ease;
import com.videowindow.patina.learning.recommender.ImplicitAls;
import com.videowindow.patina.learning.recommender.Likes;
import com.videowindow.patina.learning.recommender.TrainingSet;
import com.videowindow.patina.learning.recommender.UserItemMatrix;
import java.io.IOException;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;
import org.HdrHistogram.Histogram;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** How well and how soon Elasticsearch finds what is nearest by a model's factors, beside all products in memory. */
@Command(
        name = "nearest",
        description = {
            "Trains factors on made-up likes, indexes them as a node does, and asks for what is nearest to people: by the index,",
            "and by all products in memory."
        },
        mixinStandardHelpOptions = true,
        sortOptions = false)
public final class NearestBench implements Callable<Integer> {
    private static final int WARM = 100;

    @Option(names = "--items", defaultValue = "20000", description = "Of the catalogue (default: ${DEFAULT-VALUE}).")
    private int items;

    @Option(names = "--factors", defaultValue = "64", description = "Of each item (default: ${DEFAULT-VALUE}).")
    private int factors;

    @Option(names = "--likes", defaultValue = "200000", description = "Of all people (default: ${DEFAULT-VALUE}).")
    private int likes;

    @Option(names = "--found", defaultValue = "300", description = "How many are found (default: ${DEFAULT-VALUE}).")
    private int found;

    @Option(
            names = "--looked",
            split = ",",
            defaultValue = "300,1000,3000",
            description = "How many the index looks at for that (default: ${DEFAULT-VALUE}).")
    private List<Integer> looked = List.of();

    @Option(
            names = "--asked",
            defaultValue = "1000",
            description = "How often it is asked (default: ${DEFAULT-VALUE}).")
    private int asked;

    @Option(names = "--seed", defaultValue = "1", description = "Of the likes (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Override
    public Integer call() throws IOException {
        UserItemMatrix liked = Generated.of(items, likes, seed).liked();
        CollaborativeModel model = trained(liked);
        ObjectNode figures = PatinaJson.mapper()
                .createObjectNode()
                .put("benchmark", "nearest")
                .put("items", model.items().size())
                .put("factors", model.dimensions())
                .put("found", found);
        AllProducts memory = new AllProducts(model, found);
        List<float[]> people = IntStream.range(0, WARM + asked)
                .mapToObj(i ->
                        model.person(likes(model, liked, i % liked.users())).vector())
                .toList();
        if (people.stream().anyMatch(NearestBench::isNothing)) {
            throw new IllegalStateException("the factors say nothing of somebody");
        }
        Histogram times = new Histogram(3);
        List<int[]> exact =
                people.stream().map(person -> timed(memory, person, times)).toList();
        System.out.println(
                "| by | recall | p50 | p99 | index built | index | factors in the node's heap |\n|" + "---|".repeat(7));
        row("all products in memory", 1, times, "-", "-", memory.bytes());
        figures.set("memory", told(1, times).put("heapBytes", memory.bytes()));
        try (Scratch scratch = Scratch.of(null);
                EmbeddedElasticsearch elasticsearch = EmbeddedElasticsearch.start(scratch.folder())) {
            for (int each : looked) {
                figures.set("looked" + each, byIndex(elasticsearch, model, people, exact, each));
            }
        }
        System.out.println(figures.<ObjectNode>set("machine", Machine.json()));
        return 0;
    }

    private ObjectNode byIndex(
            EmbeddedElasticsearch elasticsearch,
            CollaborativeModel model,
            List<float[]> people,
            List<int[]> exact,
            int each)
            throws IOException {
        try (IndexedFactors index = IndexedFactors.of(elasticsearch.uri(), model, found, each)) {
            Histogram times = new Histogram(3);
            long hits = 0;
            for (int person = 0; person < people.size(); person++) {
                long began = System.nanoTime();
                Neighbours told = index.nearest(people.get(person));
                if (person >= WARM) {
                    times.recordValue(System.nanoTime() - began);
                    hits += common(model, told, exact.get(person));
                }
            }
            double recall = (double) hits / ((long) found * asked);
            row(
                    "Elasticsearch, looking at " + each,
                    recall,
                    times,
                    String.format(Locale.ROOT, "%.0f s", index.seconds()),
                    String.format(Locale.ROOT, "%.1f MiB", index.bytes() / (double) (1 << 20)),
                    0);
            return told(recall, times).put("builtSeconds", index.seconds()).put("indexBytes", index.bytes());
        }
    }

    private static boolean isNothing(float[] person) {
        for (float factor : person) {
            if (Math.abs(factor) > 1e-6) {
                return false;
            }
        }
        return true;
    }

    private static int common(CollaborativeModel model, Neighbours told, int[] exact) {
        Set<ContentId> nearest = new HashSet<>();
        IntStream.of(exact).forEach(item -> nearest.add(model.items().get(item)));
        return (int) told.contents().stream().filter(nearest::contains).count();
    }

    private static int[] timed(AllProducts memory, float[] person, Histogram times) {
        long began = System.nanoTime();
        int[] nearest = memory.nearest(person);
        times.recordValue(System.nanoTime() - began);
        return nearest;
    }

    private static void row(String by, double recall, Histogram times, String built, String size, long heap) {
        System.out.printf(
                Locale.ROOT,
                "| %s | %.4f | %.2f ms | %.2f ms | %s | %s | %s |%n",
                by,
                recall,
                times.getValueAtPercentile(50) / 1e6,
                times.getValueAtPercentile(99) / 1e6,
                built,
                size,
                heap == 0 ? "-" : String.format(Locale.ROOT, "%.1f MiB", heap / (double) (1 << 20)));
    }

    private static ObjectNode told(double recall, Histogram times) {
        return PatinaJson.mapper()
                .createObjectNode()
                .put("recall", recall)
                .put("p50Millis", times.getValueAtPercentile(50) / 1e6)
                .put("p99Millis", times.getValueAtPercentile(99) / 1e6);
    }

    private CollaborativeModel trained(UserItemMatrix liked) {
        SortedMap<SubjectId, Basket> baskets = new TreeMap<>(Comparator.comparing(SubjectId::value));
        for (int person = 0; person < liked.users(); person++) {
            baskets.put(new SubjectId(new UUID(0, person)), new Basket(contents(liked.likesOf(person))));
        }
        // with hardly any EASE beside them, since the blend is to be made of factors
        try (ForkJoinPool workers = new ForkJoinPool(2)) {
            return CollaborativeModel.train(
                    TrainingSet.of(baskets, Map.of(), items),
                    new CollaborativeModel.Settings(
                            new Ease.Settings(1e9, 0, 1, 0),
                            List.of(new ImplicitAls.Settings(factors, 0.05, 0.05, 0, 0, 3, seed))),
                    workers);
        }
    }

    private static List<ContentId> contents(Likes liked) {
        return IntStream.of(liked.numbers())
                .mapToObj(item -> new ContentId("item-" + item))
                .toList();
    }

    private static Likes likes(CollaborativeModel model, UserItemMatrix liked, int person) {
        return model.likes(new Basket(contents(liked.likesOf(person))));
    }
}
