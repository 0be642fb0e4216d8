package com.videowindow.patina.query.recommendation;

import com.videowindow.patina.learning.ranking.Above;
import com.videowindow.patina.learning.ranking.Placed;
import com.videowindow.patina.learning.ranking.Standing;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * How likely each item of a list was to come to its place, given what stands above it and what that scored.
 *
 * <p>Idea: of what is explored each item draws by itself ({@link Explored}), and all else of a score is certain. Whatever
 * was not chosen for a place scored no more than what was, so its draw is one below a bound that falls from place to place.
 * So the probability to be the highest is one integral over the item's own draw, of the product of how likely each rival stays
 * below: no list is drawn again. What rules keep from a place is no rival there. It begins where the item is above what all
 * rivals have for certain, so of what was served it is never 0. Of another ranker's list it may be: it is asked what it would
 * have put below what stands there.
 *
 * <p>Cost: rivals x places for likeness, and a table or a root for each node, place and rival that luck could lift that high. Rivals are
 * those in reach of the lowest place without its luck, at most a thousand: in a catalogue where more than that are alike, what
 * stands low is said to be likelier than it was.
 */
final class Propensities {
    private static final int NODES = 64;
    private static final int HALVINGS = 10;
    private static final int MOST_RIVALS = 1_000;
    private static final double NO_LUCK = 1e-9;
    private static final double LEAST = 1e-9;
    private static final double NEGLIGIBLE = 1e-12;
    private static final double MILLION = 1e6;
    private static final double TIED = 0.5 / MILLION;
    private static final MathContext DIGITS = new MathContext(6);

    private final Scorer scorer;
    private final boolean served;

    Propensities(Scorer scorer) {
        this(scorer, true);
    }

    /** @param served whether the items came to their places by this scorer; another might never have put them there */
    Propensities(Scorer scorer, boolean served) {
        this.served = served;
        this.scorer = scorer;
    }

    /** Something that may come to a place; its luck without what was drawn. */
    private final class Rival {
        private final int content;
        private final double certain;
        private final double drawn;
        private final double luck;
        private final Standing rest;
        /** Its draw is no more, which is so likely where nothing was seen of it. */
        private double most;

        private double possible = 1;
        private double ofTheRest;

        Rival(int content) {
            this.content = content;
            drawn = scorer.part(Part.EXPLORATION, content);
            certain = scorer.score(content) - drawn - scorer.terms().calibration(content);
            luck = scorer.luck(content);
            most = luck;
            rest = new Standing(scorer.terms(), content, 0);
            ofTheRest = rest.worth() / MILLION;
        }

        double base() {
            return certain + ofTheRest;
        }

        double reach() {
            return base() + most;
        }

        double total() {
            return base() + drawn;
        }

        /**
         * It was not chosen there, where it could have been. The draw itself is below all bounds, but for rounding, where the
         * list was made so.
         */
        void scoreNoMoreThan(Rival chosen) {
            double bound = Math.min(most, chosen.total() - base());
            most = served ? Math.max(drawn, bound) : Math.max(0, bound);
            possible = share(most);
        }

        private double share(double draw) {
            return luck < NO_LUCK ? 1 : scorer.explored().below(Math.min(1, draw / luck));
        }

        /** How likely its own score is below. */
        double first(double score) {
            return score <= base() || isCertain() ? 0 : Math.min(1, share(score - base()) / possible);
        }

        /** So large a share of all that it may score is no more. */
        double at(double even) {
            return isCertain() ? base() : base() + luck * scorer.explored().drawn(even * possible);
        }

        private boolean isCertain() {
            return most < NO_LUCK || possible < LEAST;
        }

        void standBelow(Rival chosen) {
            rest.standBelow(chosen.content);
            ofTheRest = rest.worth() / MILLION;
        }

        /** How likely its score is below another's: of two that score the same the lower number goes first. */
        double below(double score, Rival other) {
            double room = score - base() + (content < other.content ? -TIED : TIED);
            return isCertain() || room >= most ? (room < 0 ? 0 : 1) : share(room) / possible;
        }
    }

    /**
     * @param chosen the items from the first place on
     * @param looked all that took part
     * @param lowest score of any that is chosen, without its luck
     */
    List<Double> of(List<Placed> chosen, Looked looked, double lowest) {
        Above above = new Above();
        List<Rival> left = rivals(chosen, looked, lowest);
        Map<Integer, Rival> byContent = new HashMap<>();
        left.forEach(rival -> byContent.put(rival.content, rival));
        List<Double> chances = new ArrayList<>();
        for (Placed placed : chosen) {
            Rival next = byContent.computeIfAbsent(placed.work(), Rival::new);
            left.remove(next);
            chances.add(chance(placed, next, left, above));
            above.add(next.content);
            left.forEach(rival -> rival.standBelow(next));
        }
        return chances;
    }

    /** What a rule put there was put there for certain, and says nothing of what the others drew. */
    private double chance(Placed placed, Rival next, List<Rival> left, Above above) {
        if (placed.isPinned()) {
            return 1;
        }
        List<Rival> free = left.stream()
                .filter(rival -> scorer.rules().isFree(rival.content, above))
                .toList();
        double chance = new BigDecimal(chance(next, free)).round(DIGITS).doubleValue();
        free.forEach(rival -> rival.scoreNoMoreThan(next));
        return chance;
    }

    private List<Rival> rivals(List<Placed> chosen, Looked looked, double lowest) {
        Foremost nearest = new Foremost(Math.min(MOST_RIVALS, looked.size()));
        looked.forEachPlace(place -> {
            double most = looked.score(place) + scorer.mostLuck(looked.content(place));
            if (most >= lowest) {
                nearest.offer(looked.content(place), most);
            }
        });
        BitSet all = new BitSet();
        IntStream.of(nearest.bestFirst()).forEach(all::set);
        chosen.forEach(placed -> all.set(placed.work()));
        return all.stream().mapToObj(Rival::new).collect(Collectors.toCollection(ArrayList::new));
    }

    private double chance(Rival item, List<Rival> others) {
        double low = item.base();
        for (Rival other : others) {
            low = Math.max(low, other.base());
        }
        double from = served ? Math.min(low, item.total()) : low;
        if (!served && from > item.reach()) {
            return 0;
        }
        List<Rival> serious =
                others.stream().filter(other -> other.reach() > from - TIED).toList();
        if (serious.isEmpty() && from <= item.base()) {
            return 1;
        }
        double first = possibleFrom(item, serious, item.first(from));
        double sum = 0;
        for (int i = 0; i < NODES; i++) {
            double even = first + (1 - first) * (i + 0.5) / NODES;
            sum += allBelow(item, even, serious);
        }
        return Math.clamp((1 - first) * sum / NODES, served ? LEAST : 0, 1);
    }

    /** Where not all rivals are below but by a miracle: what is unlikely is so by great luck alone, and there the nodes belong. */
    private static double possibleFrom(Rival item, List<Rival> others, double first) {
        double never = first;
        double perhaps = 1;
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (never + perhaps) / 2;
            if (allBelow(item, middle, others) < NEGLIGIBLE) {
                never = middle;
            } else {
                perhaps = middle;
            }
        }
        return never;
    }

    private static double allBelow(Rival item, double even, List<Rival> others) {
        double score = item.at(even);
        double all = 1;
        for (Rival other : others) {
            all *= other.below(score, item);
            if (all < NEGLIGIBLE) {
                return 0;
            }
        }
        return all;
    }
}
