package com.videowindow.patina.query.recommendation;

import com.videowindow.patina.domain.catalog.ContentId;
import com.videowindow.patina.domain.recommendation.Contribution;
import com.videowindow.patina.domain.recommendation.ServedItem;
import com.videowindow.patina.domain.recommendation.Weights;
import com.videowindow.patina.learning.ranking.Above;
import com.videowindow.patina.learning.ranking.Greedy;
import com.videowindow.patina.learning.ranking.Placed;
import com.videowindow.patina.query.catalog.CatalogSnapshot;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * Orders what may be offered.
 *
 * <p>Idea: score everything eligible, keep the best few hundred, then choose one after the other ({@link Greedy}). Every part is rounded to
 * millionths before they are added as whole numbers, so that the parts add up to the score to the last digit. Ties go to the lower
 * content id.
 *
 * <p>What is kept is enough where the last that was chosen stands as high as the best that was not kept: what else is in the list only
 * takes away, so nothing else would have been chosen. Otherwise, unless time was up before all was looked at, more is kept, up to some
 * thousands that are all alike, or all where rules allow too little of it. So a list is the beginning of any longer one, and what goes on
 * from a page is what one list of both would have had there.
 *
 * <p>Cost: one pass over the catalogue, then chosen x kept comparisons.
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
            Part.LIKENESS,
            Part.RELATED,
            Part.TRENDING,
            Part.FRESHNESS,
            Part.EDITORIAL,
            Part.BOOST,
            Part.EXPLORATION);

    private final CatalogSnapshot catalog;
    private final Scorer scorer;
    private final Weights weights;
    private final Reasons reasons;
    private final int[] above;
    private final Map<Integer, long[]> parts = new HashMap<>();
    private final Greedy greedy;

    /** @param above what stands above it on earlier pages, of which some may not be shown any more */
    Ranking(Shelf shelf, Scorer scorer, Weights weights, Reasons reasons, List<ContentId> above) {
        this.catalog = shelf.catalog();
        this.scorer = scorer;
        this.weights = weights;
        this.reasons = reasons;
        this.above = above.stream()
                .mapToInt(content -> Math.max(Above.GONE, catalog.numberOf(content)))
                .toArray();
        this.greedy = new Greedy(scorer.terms(), scorer.rules(), content -> LongStream.of(parts(content))
                .sum());
    }

    /** What stands above it and is still shown, by the catalogue's numbers. */
    int[] above() {
        return IntStream.of(above).filter(content -> content != Above.GONE).toArray();
    }

    List<ServedItem> best(Scan eligible, int limit) {
        Looked looked = looked(eligible);
        int most = Math.max(KEPT_AT_LEAST, limit * KEPT_PER_PLACE);
        Kept kept = keep(looked, most);
        List<Placed> chosen = greedy.best(kept.contents, above, limit);
        while (kept.isTooFewFor(chosen, limit, most)) {
            most = most * MORE;
            kept = keep(looked, most);
            chosen = greedy.best(kept.contents, above, limit);
        }
        return above.length > 0 ? served(chosen) : withPropensities(chosen, looked);
    }

    /** As far as there is time, and in any case what has a place. */
    private Looked looked(Scan eligible) {
        Looked looked = new Looked();
        eligible.forEach(content -> looked.add(content, scorer.score(content)));
        IntStream.of(scorer.rules().pinned())
                .filter(content -> eligible.has(content) && !looked.has(content))
                .forEach(content -> looked.add(content, scorer.score(content)));
        return looked;
    }

    /** Of the first page alone: of what stands on earlier ones it is not known here what it scored. */
    private List<ServedItem> withPropensities(List<Placed> chosen, Looked looked) {
        List<ServedItem> items = served(chosen);
        if (items.isEmpty() || Part.EXPLORATION.weight(weights) == 0) {
            return items.stream().map(item -> item.with(1)).toList();
        }
        double lowest = chosen.stream()
                        .filter(placed -> !placed.isPinned())
                        .mapToLong(this::certain)
                        .min()
                        .orElse(Long.MAX_VALUE)
                / MILLION;
        List<Double> chances = new Propensities(scorer).of(chosen, looked, lowest);
        return IntStream.range(0, items.size())
                .mapToObj(i -> items.get(i).with(chances.get(i)))
                .toList();
    }

    /**
     * How likely each of these would have come to its place below those before it, whoever put them there; the numbers are the
     * catalogue's.
     */
    List<Double> chances(List<Integer> contents, Scan eligible) {
        Looked looked = looked(eligible);
        List<Placed> placed = inOrder(contents, new int[0]);
        double lowest = placed.stream().mapToLong(this::certain).min().orElse(Long.MAX_VALUE) / MILLION;
        List<Double> chances = new Propensities(scorer, false).of(placed, looked, lowest);
        return IntStream.range(0, chances.size())
                .mapToObj(i -> looked.has(contents.get(i)) ? chances.get(i) : 0.0)
                .toList();
    }

    /** What it is worth at its place without its luck. */
    private long certain(Placed placed) {
        return placed.worth() - parts(placed.work())[BASE.indexOf(Part.EXPLORATION)];
    }

    /** The best by what they score alone, and all that has a place. */
    private static final class Kept {
        private final int[] contents;
        private final boolean isAll;
        private final long bestOfOthers;

        /** @param bestOfOthers no other scores more */
        Kept(int[] contents, boolean isAll, long bestOfOthers) {
            this.contents = contents;
            this.isAll = isAll;
            this.bestOfOthers = bestOfOthers;
        }

        boolean isTooFewFor(List<Placed> chosen, int limit, int most) {
            if (isAll) {
                return false;
            }
            return chosen.size() < limit || (chosen.getLast().total() < bestOfOthers && most < KEPT_AT_MOST);
        }
    }

    private Kept keep(Looked looked, int most) {
        Foremost foremost = new Foremost(Math.min(most, looked.size()));
        looked.forEachPlace(place -> foremost.offer(looked.content(place), looked.score(place)));
        double lowest = foremost.lowest();
        int[] best = foremost.bestFirst();
        if (best.length == looked.size()) {
            return new Kept(best, true, Long.MIN_VALUE);
        }
        IntStream pinned = IntStream.of(scorer.rules().pinned()).filter(looked::has);
        long roundedUp = Math.round(lowest * MILLION) + BASE.size() + 1;
        return new Kept(IntStream.concat(IntStream.of(best), pinned).distinct().toArray(), false, roundedUp);
    }

    /**
     * What these would be, had they been chosen in this order; the numbers are the catalogue's.
     *
     * @param eligible what they were chosen from, which tells what rules gave and took
     */
    List<ServedItem> inOrder(List<Integer> contents, Scan eligible) {
        int[] others = {};
        if (scorer.rules().decides()) {
            others = keep(looked(eligible), KEPT_AT_MOST).contents;
        }
        return served(inOrder(contents, others));
    }

    private List<Placed> inOrder(List<Integer> contents, int[] others) {
        return greedy.inOrder(contents.stream().mapToInt(Integer::intValue).toArray(), others, above);
    }

    private List<ServedItem> served(List<Placed> items) {
        return IntStream.range(0, items.size())
                .mapToObj(i -> served(items.get(i), above.length + i + 1))
                .toList();
    }

    private ServedItem served(Placed placed, int rank) {
        List<Contribution> contributions = new ArrayList<>();
        long[] own = parts(placed.work());
        for (int i = 0; i < own.length; i++) {
            addTo(contributions, BASE.get(i), own[i]);
        }
        addTo(contributions, Part.DIVERSITY, placed.diversity());
        addTo(contributions, Part.CREATOR, placed.creator());
        addTo(contributions, Part.CALIBRATION, placed.calibration());
        addTo(contributions, Part.PIN, placed.pin());
        addTo(contributions, Part.CAP, placed.cap());
        return new ServedItem(
                catalog.content(placed.work()).id(),
                rank,
                placed.total() / MILLION,
                contributions,
                reasons.of(placed.work(), contributions));
    }

    private static void addTo(List<Contribution> contributions, Part part, long millionths) {
        if (millionths != 0) {
            contributions.add(new Contribution(part.written(), millionths / MILLION));
        }
    }

    /** Each in millionths. */
    private long[] parts(int content) {
        return parts.computeIfAbsent(content, number -> BASE.stream()
                .mapToLong(part -> Math.round(scorer.part(part, number) * MILLION))
                .toArray());
    }
}
