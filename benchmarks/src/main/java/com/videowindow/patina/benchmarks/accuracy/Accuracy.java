package com.videowindow.patina.benchmarks.accuracy;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.videowindow.patina.benchmarks.Machine;
import com.videowindow.patina.json.PatinaJson;
import com.videowindow.patina.learning.evaluation.ListQuality;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What comes closest to what people like. */
@Command(
        name = "accuracy",
        description = {
            "Learns from a part of a data set and asks of every user who is left something which items they take next,",
            "out of all that they have not met: no metric is sampled."
        },
        mixinStandardHelpOptions = true,
        sortOptions = false)
public final class Accuracy implements Callable<Integer> {

    @Option(names = "--data", required = true, description = "Lines of user, item, and value and time if there are.")
    @SuppressWarnings("NullAway.Init") // picocli fills it in before anything runs
    private Path data;

    @Option(names = "--split", defaultValue = "random", description = "random, last or time (default: random).")
    @SuppressWarnings("NullAway.Init")
    private String split;

    @Option(names = "--seeds", defaultValue = "5", description = "Of a random split (default: ${DEFAULT-VALUE}).")
    private int seeds;

    @Option(names = "--k", defaultValue = "10", description = "Places of a list (default: ${DEFAULT-VALUE}).")
    private int k;

    @Override
    public Integer call() throws Exception {
        Ratings ratings = Ratings.read(data);
        List<Split> splits = splits(ratings);
        ObjectNode figures = PatinaJson.mapper().createObjectNode().put("benchmark", "accuracy");
        ArrayNode rows = figures.put("split", split).put("k", k).putArray("contenders");
        System.out.printf("%-20s %8s %8s %8s %8s %8s %8s%n", "", "nDCG", "prec", "recall", "rec/min", "MAP", "MRR");
        for (Contender contender : Contenders.all()) {
            ListQuality[] each =
                    splits.stream().map(one -> quality(contender, one)).toArray(ListQuality[]::new);
            ListQuality mean = ListQuality.mean(each);
            System.out.printf(
                    Locale.ROOT,
                    "%-20s %8.4f %8.4f %8.4f %8.4f %8.4f %8.4f%n",
                    contender.name(),
                    mean.ndcg(),
                    mean.precision(),
                    mean.recall(),
                    mean.recallOfPossible(),
                    mean.averagePrecision(),
                    mean.reciprocalRank());
            rows.addObject().put("name", contender.name()).putPOJO("mean", mean);
        }
        System.out.println(figures.<ObjectNode>set("machine", Machine.json()));
        return 0;
    }

    private List<Split> splits(Ratings ratings) {
        return switch (split) {
            case "last" -> List.of(Split.leaveLastOut(ratings));
            case "time" -> List.of(Split.temporal(ratings, 0.8));
            default ->
                IntStream.rangeClosed(1, seeds)
                        .mapToObj(seed -> Split.random(ratings, 0.75, seed))
                        .toList();
        };
    }

    private ListQuality quality(Contender contender, Split split) {
        Contender.Scores scores = contender.train(split);
        List<ListQuality> all = new ArrayList<>();
        for (int user = 0; user < split.test().size(); user++) {
            BitSet liked = split.test().get(user);
            int[] met = split.train().itemsOf(user);
            if (!liked.isEmpty() && met.length > 0) {
                all.add(ListQuality.of(best(scores.of(user), met), liked, k));
            }
        }
        return ListQuality.mean(all.toArray(ListQuality[]::new));
    }

    /** Ties go to the lower number. */
    private int[] best(double[] scores, int[] met) {
        for (int item : met) {
            scores[item] = Double.NEGATIVE_INFINITY;
        }
        Integer[] order = new Integer[scores.length];
        Arrays.setAll(order, item -> item);
        Arrays.sort(order, Comparator.comparingDouble(item -> -scores[item]));
        return Arrays.stream(order).limit(k).mapToInt(item -> item).toArray();
    }
}
