package com.videowindow.patina.benchmarks.accuracy;

import com.videowindow.patina.benchmarks.accuracy.Trial.Answer;
import com.videowindow.patina.learning.evaluation.Interval;
import com.videowindow.patina.learning.evaluation.ListQuality;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** What one recommender's lists were worth on all splits. A user's figure is the mean over the splits that asked them. */
record Outcome(String name, boolean ours, String settings, List<Trial> trials) {
    private static final long SEED = 1;

    double[] ndcg() {
        return byUser(answer -> true);
    }

    /** Of each user in the order of their numbers, so that the users of two recommenders are the same. */
    double[] byUser(Predicate<Answer> some) {
        return trials.stream()
                .flatMap(trial -> trial.answers().stream())
                .filter(some)
                .collect(Collectors.groupingBy(
                        Answer::user, TreeMap::new, Collectors.averagingDouble(answer -> answer.quality()
                                .ndcg())))
                .values()
                .stream()
                .mapToDouble(each -> each)
                .toArray();
    }

    Interval interval() {
        return Interval.ofMean(ndcg(), SEED);
    }

    /** Of the users for whom it holds, on any split. */
    Group group(String name, Predicate<Answer> some) {
        double[] values = byUser(some);
        return new Group(name, values.length, values.length == 0 ? null : Interval.ofMean(values, SEED));
    }

    ListQuality mean() {
        return ListQuality.mean(trials.stream().map(Trial::mean).toArray(ListQuality[]::new));
    }

    double mean(ToDoubleFunction<Trial> figure) {
        return trials.stream().mapToDouble(figure).average().orElse(0);
    }

    double meanOfLists(ToDoubleFunction<Answer> figure) {
        return mean(
                trial -> trial.answers().stream().mapToDouble(figure).average().orElse(0));
    }

    static double[] differences(Outcome one, Outcome other) {
        double[] differences = one.ndcg();
        double[] less = other.ndcg();
        Arrays.setAll(differences, i -> differences[i] - less[i]);
        return differences;
    }
}
