package com.videowindow.patina.query.recommendation;

import com.videowindow.patina.domain.catalog.ContentId;
import com.videowindow.patina.domain.recommendation.Contribution;
import com.videowindow.patina.domain.recommendation.ServedItem;
import com.videowindow.patina.domain.recommendation.Weights;
import com.videowindow.patina.query.catalog.CatalogSnapshot;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Orders what may be offered.
 *
 * <p>Idea: score everything eligible, keep the best few hundred, then choose one after the other the highest score less
 * a penalty for likeness (Jaccard over the facets, creator included) to what was chosen before: maximal marginal
 * relevance. Every part is rounded to millionths before they are added as whole numbers, so that the parts add up to
 * the score to the last digit. Ties go to the lower content id.
 *
 * <p>What is kept is enough where the last that was chosen stands as high as the best that was not kept: likeness only takes
 * away, so nothing else would have been chosen. Otherwise, unless time was up before all was looked at, more is kept, up to some thousands that are all alike. So a list is the beginning of any longer one, and
 * what goes on from a page, with what stood above counted for likeness, is what one list of both would have had there.
 *
 * <p>Cost: one pass over the catalogue, then chosen x kept comparisons.
 *
 * <p>Reference: Carbonell and Goldstein, The use of MMR (1998).
 */
final class Ranking {
    private static final double MILLION = 1e6;
    private static final int KEPT_PER_PLACE = 5;
    private static final int KEPT_AT_LEAST = 100;
    private static final int KEPT_AT_MOST = 5_000;
    private static final int MORE = 4;
    private static final List<Part> BASE = List.of(
            Part.INTEREST,
            Part.MAKEABLE,
            Part.COLLABORATIVE,
            Part.RELATED,
            Part.TRENDING,
            Part.FRESHNESS,
            Part.EDITORIAL,
            Part.EXPLORATION);

    private final CatalogSnapshot catalog;
    private final Shelf shelf;
    private final Scorer scorer;
    private final Weights weights;
    private final Reasons reasons;
    private final int[] above;
    private final int ranksAbove;

    /** @param above what stands above it on earlier pages, of which some may not be shown any more */
    Ranking(Shelf shelf, Scorer scorer, Weights weights, Reasons reasons, List<ContentId> above) {
        this.shelf = shelf;
        this.catalog = shelf.catalog();
        this.scorer = scorer;
        this.weights = weights;
        this.reasons = reasons;
        this.above = above.stream()
                .mapToInt(catalog::numberOf)
                .filter(number -> number >= 0)
                .toArray();
        this.ranksAbove = above.size();
    }

    /** What stands above it and is still shown, by the catalogue's numbers; not to be changed. */
    int[] above() {
        return above;
    }

    List<ServedItem> best(Scan eligible, int limit) {
        double[] scores = new double[catalog.size()];
        BitSet looked = new BitSet(catalog.size());
        eligible.forEach(content -> {
            scores[content] = scorer.score(content);
            looked.set(content);
        });
        int[] contents = looked.stream().toArray();
        int most = Math.max(KEPT_AT_LEAST, limit * KEPT_PER_PLACE);
        List<Candidate> kept = new ArrayList<>();
        keep(kept, contents, scores, most);
        List<Candidate> chosen = chosen(kept, limit);
        while (isTooFew(chosen, bestOfOthers(kept, most), most)) {
            most = Math.min(most * MORE, KEPT_AT_MOST);
            keep(kept, contents, scores, most);
            chosen = chosen(kept, limit);
        }
        return ranksAbove > 0 ? served(chosen) : withPropensities(chosen, looked, scores);
    }

    /** Of the first page alone: of what stands on earlier ones it is not known here what it scored. */
    private List<ServedItem> withPropensities(List<Candidate> chosen, BitSet looked, double[] scores) {
        List<ServedItem> items = served(chosen);
        if (items.isEmpty() || weights.exploration() == 0) {
            return items.stream().map(item -> item.with(1)).toList();
        }
        double lowest = chosen.stream().mapToLong(Candidate::certain).min().orElseThrow() / MILLION;
        List<Double> chances = new Propensities(shelf, scorer, weights)
                .of(chosen.stream().map(Candidate::number).toList(), looked, scores, lowest);
        return IntStream.range(0, items.size())
                .mapToObj(i -> items.get(i).with(chances.get(i)))
                .toList();
    }

    /**
     * How likely each of these would have come to its place below those before it, whoever put them there; the numbers are the
     * catalogue's.
     */
    List<Double> chances(List<Integer> contents, BitSet eligible) {
        double[] scores = new double[catalog.size()];
        eligible.stream().forEach(content -> scores[content] = scorer.score(content));
        double lowest = Double.POSITIVE_INFINITY;
        List<Candidate> items = new ArrayList<>();
        for (int content : contents) {
            Candidate next = new Candidate(content);
            items.forEach(before -> next.standBelow(before.content));
            items.add(next);
            lowest = Math.min(lowest, next.certain() / MILLION);
        }
        List<Double> chances = new Propensities(shelf, scorer, weights, false).of(contents, eligible, scores, lowest);
        return IntStream.range(0, chances.size())
                .mapToObj(i -> eligible.get(contents.get(i)) ? chances.get(i) : 0.0)
                .toList();
    }

    private static boolean isTooFew(List<Candidate> chosen, long bestOfOthers, int most) {
        return !chosen.isEmpty() && chosen.getLast().total() < bestOfOthers && most < KEPT_AT_MOST;
    }

    /** Those that are there already are the best of more as well. */
    private void keep(List<Candidate> kept, int[] contents, double[] scores, int most) {
        Foremost foremost = new Foremost(Math.min(most, contents.length));
        for (int i = 0; i < contents.length; i++) {
            foremost.offer(contents[i], scores[contents[i]]);
        }
        kept.forEach(Candidate::standAlone);
        IntStream.of(foremost.bestFirst()).skip(kept.size()).forEach(content -> kept.add(new Candidate(content)));
    }

    /** What is not kept scores no more than the last that is, but for what rounding each part may have changed. */
    private static long bestOfOthers(List<Candidate> kept, int most) {
        return kept.size() < most ? Long.MIN_VALUE : kept.getLast().sum + BASE.size();
    }

    private static List<Candidate> chosen(List<Candidate> kept, int limit) {
        List<Candidate> candidates = new ArrayList<>(kept);
        List<Candidate> chosen = new ArrayList<>(limit);
        while (chosen.size() < limit && !candidates.isEmpty()) {
            Candidate next = highest(candidates);
            candidates.remove(next);
            chosen.add(next);
            candidates.forEach(other -> other.standBelow(next.content));
        }
        return chosen;
    }

    /** What these would be, had they been chosen in this order; the numbers are the catalogue's. */
    List<ServedItem> inOrder(List<Integer> contents) {
        List<Candidate> items = new ArrayList<>();
        for (int content : contents) {
            Candidate next = new Candidate(content);
            items.forEach(before -> next.standBelow(before.content));
            items.add(next);
        }
        return served(items);
    }

    private List<ServedItem> served(List<Candidate> items) {
        return IntStream.range(0, items.size())
                .mapToObj(i -> served(items.get(i), ranksAbove + i + 1))
                .toList();
    }

    private static Candidate highest(List<Candidate> candidates) {
        return Collections.max(
                candidates,
                Comparator.comparingLong(Candidate::total)
                        .thenComparing(
                                Comparator.comparingInt(Candidate::number).reversed()));
    }

    private ServedItem served(Candidate candidate, int rank) {
        List<Contribution> contributions = new ArrayList<>();
        for (int i = 0; i < BASE.size(); i++) {
            addTo(contributions, BASE.get(i), candidate.parts[i]);
        }
        addTo(contributions, Part.DIVERSITY, candidate.penalty);
        return new ServedItem(
                catalog.content(candidate.content).id(),
                rank,
                candidate.total() / MILLION,
                contributions,
                reasons.of(candidate.content, contributions));
    }

    private static void addTo(List<Contribution> contributions, Part part, long millionths) {
        if (millionths != 0) {
            contributions.add(new Contribution(part.written(), millionths / MILLION));
        }
    }

    /** Content on its way into the list; parts and penalty in millionths. */
    private final class Candidate {
        private final int content;
        private final long[] parts = new long[BASE.size()];
        private long sum;
        private long penalty;

        Candidate(int content) {
            this.content = content;
            for (int i = 0; i < parts.length; i++) {
                parts[i] = Math.round(scorer.part(BASE.get(i), content) * MILLION);
                sum += parts[i];
            }
            standAlone();
        }

        /** Below nothing but what stands above the list. */
        void standAlone() {
            penalty = 0;
            for (int before : above) {
                standBelow(before);
            }
        }

        int number() {
            return content;
        }

        long total() {
            return sum + penalty;
        }

        /** Without its luck. */
        long certain() {
            return total() - parts[BASE.indexOf(Part.EXPLORATION)];
        }

        void standBelow(int chosen) {
            double likeness = Likeness.of(catalog.facetsOf(content), catalog.facetsOf(chosen));
            penalty = Math.min(penalty, -Math.round(weights.diversity() * likeness * MILLION));
        }
    }
}
