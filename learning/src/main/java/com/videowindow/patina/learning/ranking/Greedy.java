package com.videowindow.patina.learning.ranking;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntToLongFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Chooses one after the other what scores highest below what was chosen before; ties go to the lower number.
 *
 * <p>Rules go before scores: what is pinned comes to its place and then stands for as much as the best of the others would have had
 * there (at the first place for its own score where that is more); what a cap held back stands for no more than what was chosen in
 * its stead. So scores never rise, and what rules add or take is a part of them like any other. A cap goes before a pin.
 *
 * <p>Cost: chosen x candidates.
 */
public final class Greedy {
    private final Terms terms;
    private final House house;
    private final IntToLongFunction own;

    /** @param own what each scores whatever else is in the list, in millionths */
    public Greedy(Terms terms, House house, IntToLongFunction own) {
        this.terms = terms;
        this.house = house;
        this.own = own;
    }

    /**
     * @param works to choose from
     * @param before what stands above the first place, {@link Above#GONE} where that is not known any more
     * @param limit how many
     */
    public List<Placed> best(int[] works, int[] before, int limit) {
        Run run = new Run(works, before);
        List<Placed> chosen = new ArrayList<>();
        while (chosen.size() < limit) {
            Placed next = run.next();
            if (next == null) {
                break;
            }
            chosen.add(next);
        }
        return chosen;
    }

    /** What these would have been, had they been chosen in this order; {@code works} is what they were chosen from. */
    public List<Placed> inOrder(int[] order, int[] works, int[] before) {
        Run run = new Run(
                IntStream.concat(IntStream.of(works), IntStream.of(order)).toArray(), before);
        List<Placed> placed = new ArrayList<>();
        for (int work : order) {
            placed.add(run.take(run.of(work)));
        }
        return placed;
    }

    private final class Run {
        private final Above above = new Above();
        private final Map<Integer, Standing> left = new HashMap<>();

        Run(int[] works, int[] before) {
            IntStream.of(works).forEach(this::of);
            if (house.decides()) {
                IntStream.of(before).filter(work -> work != Above.GONE).forEach(this::of);
            }
            for (int work : before) {
                if (work == Above.GONE) {
                    above.add(work);
                } else if (house.decides()) {
                    take(of(work));
                } else {
                    stand(work);
                }
            }
        }

        Standing of(int work) {
            return left.computeIfAbsent(work, number -> new Standing(terms, number, own.applyAsLong(number)));
        }

        @Nullable
        Placed next() {
            int place = above.place();
            Standing pinned = left.get(house.pinned(place));
            Standing chosen = pinned != null && !house.isFull(pinned.work(), above) ? pinned : highest(null);
            return chosen == null ? null : take(chosen);
        }

        Placed take(Standing chosen) {
            boolean pinned = house.pinned(above.place()) == chosen.work();
            long total = pinned ? level(chosen) : chosen.total();
            Placed placed = chosen.placed(total, pinned);
            left.remove(chosen.work());
            if (house.decides()) {
                left.values().stream()
                        .filter(other -> !house.isFree(other.work(), above))
                        .forEach(other -> other.passOver(total));
            }
            stand(chosen.work());
            return placed;
        }

        private void stand(int work) {
            left.values().forEach(other -> other.standBelow(work));
            above.add(work);
        }

        /** What a place goes for that is not given by scores. */
        private long level(Standing pinned) {
            Standing best = highest(pinned);
            long itself = pinned.total();
            if (best == null) {
                return itself;
            }
            return above.place() == 1 ? Math.max(itself, best.total()) : best.total();
        }

        private @Nullable Standing highest(@Nullable Standing but) {
            Standing highest = null;
            long most = 0;
            for (Standing one : left.values()) {
                if (!one.equals(but) && (!house.decides() || house.isFree(one.work(), above))) {
                    long total = one.total();
                    if (highest == null || isHigher(one, total, highest, most)) {
                        highest = one;
                        most = total;
                    }
                }
            }
            return highest;
        }

        private boolean isHigher(Standing one, long total, Standing other, long than) {
            if (total != than) {
                return total > than;
            }
            int byWorth = Long.compare(one.worth(), other.worth());
            return byWorth != 0 ? byWorth > 0 : one.work() < other.work();
        }
    }
}
