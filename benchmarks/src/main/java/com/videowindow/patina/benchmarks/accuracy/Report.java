package com.videowindow.patina.benchmarks.accuracy;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.videowindow.patina.json.PatinaJson;
import com.videowindow.patina.learning.evaluation.Interval;
import com.videowindow.patina.learning.evaluation.ListQuality;
import com.videowindow.patina.learning.evaluation.PairedTest;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Prints a line for each recommender, and the same as JSON. */
final class Report {
    private static final long SEED = 1;

    private final int k;
    private final List<Outcome> outcomes;
    private final Optional<Outcome> best;
    private final double[] pValues;

    Report(int k, List<Outcome> outcomes) {
        this.k = k;
        this.outcomes = outcomes;
        this.best = outcomes.stream().filter(Outcome::ours).max(Comparator.comparingDouble(outcome -> outcome.mean()
                .ndcg()));
        this.pValues = pValues();
    }

    /** Each against the best of ours, as one family of tests; 1 for that one itself. */
    private double[] pValues() {
        List<Outcome> others =
                outcomes.stream().filter(outcome -> !isBest(outcome)).toList();
        double[] raw = others.stream()
                .mapToDouble(other -> best.map(one -> PairedTest.pValue(Outcome.differences(one, other), SEED))
                        .orElse(1.0))
                .toArray();
        double[] adjusted = PairedTest.holm(raw);
        double[] all = new double[outcomes.size()];
        for (int i = 0, next = 0; i < all.length; i++) {
            all[i] = isBest(outcomes.get(i)) ? 1 : adjusted[next++];
        }
        return all;
    }

    private boolean isBest(Outcome outcome) {
        return best.filter(one -> one.name().equals(outcome.name())).isPresent();
    }

    void print(PrintStream out) {
        for (int i = 0; i < outcomes.size(); i++) {
            Outcome outcome = outcomes.get(i);
            List<String> cells = new ArrayList<>();
            cells.add("%-16s".formatted(outcome.name()));
            figures(outcome).properties().forEach(figure -> {
                cells.add("%s=%.4f".formatted(figure.getKey(), figure.getValue().asDouble()));
                if (figure.getKey().startsWith("ndcg")) {
                    cells.add(bounds(outcome.interval()));
                }
            });
            cells.add("train=%.1fs".formatted(outcome.mean(Trial::trainSeconds)));
            cells.add(isBest(outcome) ? "best-of-ours" : "p=%.4f".formatted(pValues[i]));
            out.println(String.join(" ", cells));
        }
    }

    private ObjectNode figures(Outcome outcome) {
        ListQuality mean = outcome.mean();
        ObjectNode figures = PatinaJson.mapper()
                .createObjectNode()
                .put("ndcg@" + k, mean.ndcg())
                .put("precision@" + k, mean.precision())
                .put("recall@" + k, mean.recall())
                .put("recall-of-min(k,positives)@" + k, mean.recallOfPossible())
                .put("map@" + k, mean.averagePrecision())
                .put("mrr@" + k, mean.reciprocalRank())
                .put("coverage", outcome.mean(Trial::coverage))
                .put("novelty", outcome.meanOfLists(Trial.Answer::novelty));
        double variety = outcome.meanOfLists(Trial.Answer::variety);
        if (!Double.isNaN(variety)) {
            figures.put("diversity", variety);
        }
        return figures.put("gini", outcome.mean(Trial::gini));
    }

    void print(Groups groups, PrintStream out) {
        out.printf("ndcg@%d by %s:%n", k, groups.name());
        for (Outcome outcome : outcomes) {
            List<String> cells = new ArrayList<>();
            cells.add("%-16s".formatted(outcome.name()));
            for (Group group : groups.of(outcome)) {
                Interval ndcg = group.ndcg();
                cells.add("%s n=%d %s"
                        .formatted(
                                group.name(),
                                group.users(),
                                ndcg == null ? "-" : String.format(Locale.ROOT, "%.4f %s", ndcg.mean(), bounds(ndcg))));
            }
            out.println(String.join("  ", cells));
        }
    }

    private static String bounds(Interval interval) {
        return String.format(Locale.ROOT, "[%.4f,%.4f]", interval.low(), interval.high());
    }

    ArrayNode json(List<Groups> groups) {
        ArrayNode rows = PatinaJson.mapper().createArrayNode();
        for (int i = 0; i < outcomes.size(); i++) {
            Outcome outcome = outcomes.get(i);
            ObjectNode row = rows.addObject()
                    .put("name", outcome.name())
                    .put("ours", outcome.ours())
                    .put("settings", outcome.settings());
            row.setAll(figures(outcome));
            row.putPOJO("interval", outcome.interval());
            row.putPOJO(
                    "ndcgBySplit",
                    outcome.trials().stream().map(trial -> trial.mean().ndcg()).toList());
            row.put("users", outcome.ndcg().length).put("trainSeconds", outcome.mean(Trial::trainSeconds));
            if (best.isPresent() && !isBest(outcome)) {
                row.put("pAgainstBestOfOurs", pValues[i])
                        .putPOJO("behindBestOfOurs", Interval.ofMean(Outcome.differences(best.get(), outcome), SEED));
            }
            groups.forEach(some -> row.putPOJO("by " + some.name(), some.of(outcome)));
        }
        return rows;
    }
}
