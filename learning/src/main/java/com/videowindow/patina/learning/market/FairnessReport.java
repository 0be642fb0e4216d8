package com.videowindow.patina.learning.market;

import com.videowindow.patina.domain.catalog.Content;
import com.videowindow.patina.domain.interest.Facet;
import com.videowindow.patina.learning.preference.PreferenceModel;
import com.videowindow.patina.learning.preference.ProfileState;
import com.videowindow.patina.learning.preference.Signal;
import com.videowindow.patina.learning.simulation.Market;
import com.videowindow.patina.learning.simulation.Work;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Whether lists show small creators and new works as much as people would like them, before and after they are ranked again for
 * variety. The yardstick is what each group has of the lists that only the world could make, of what everybody would like most.
 *
 * <p>Lists are by interest with the next step and freshness, weighed against each other as the ranker does; likeness to what stands
 * above takes away as there. What a creator would lose for each work of theirs that stands above is tried beside it; the ranker has no
 * such part.
 */
public final class FairnessReport {
    private static final double MAKEABLE = 0.15;
    private static final double FRESHNESS = 0.1;
    private static final double LIKENESS = 0.2;
    private static final double CREATOR = 0.1;
    private static final double HALVES_EVERY = Duration.ofDays(30).toSeconds();
    private static final int NEW_DAYS = 14;
    private static final int KEPT = 100;

    private final Market market;
    private final PreferenceModel model = new PreferenceModel();
    private final List<Content> catalogue;
    private final FacetInterest interest;
    private final List<Asked> people;
    private final BitSet small;
    private final BitSet recent = new BitSet();
    private final BitSet later = new BitSet();

    /** @param day from which on is asked */
    public FairnessReport(Market market, int day) {
        this.market = market;
        catalogue = market.works().stream().map(Work::content).toList();
        interest = new FacetInterest(catalogue, model);
        people = Asked.all(market, day);
        for (Work work : market.works()) {
            recent.set(work.number(), work.day() <= day && work.day() > day - NEW_DAYS);
            later.set(work.number(), work.day() > day);
        }
        small = ofSmallCreators();
    }

    private BitSet ofSmallCreators() {
        int creators = 1 + market.works().stream().mapToInt(Work::creator).max().orElseThrow();
        int[] likes = new int[creators];
        people.stream()
                .flatMap(asked -> asked.before.stream())
                .filter(deed -> Signal.of(deed).likes())
                .flatMap(deed -> Stream.ofNullable(deed.content()))
                .flatMap(content -> market.work(content).stream())
                .forEach(work -> likes[work.creator()]++);
        int median =
                Arrays.stream(likes).sorted().skip(creators / 2).findFirst().orElseThrow();
        BitSet works = new BitSet();
        market.works().forEach(work -> works.set(work.number(), likes[work.creator()] < median));
        return works;
    }

    /** By the truth, then before anything is ranked again, then after. */
    public List<Exposure> exposures() {
        List<int[][]> lists = people.parallelStream().map(this::lists).toList();
        List<String> names = List.of(
                "what they would like most",
                "by interest, before",
                "less for likeness, as the ranker",
                "and less for the same creator");
        double[] before = ndcg(lists, 1);
        return IntStream.range(0, names.size())
                .mapToObj(way -> exposure(names.get(way), way, lists, before))
                .toList();
    }

    public int people() {
        return people.size();
    }

    private Exposure exposure(String name, int way, List<int[][]> lists, double[] before) {
        Compared quality = Compared.of(ndcg(lists, way), before, way + 1);
        return new Exposure(name, share(lists, way, small), share(lists, way, recent), quality.full(), quality.p());
    }

    private double[] ndcg(List<int[][]> lists, int way) {
        return IntStream.range(0, lists.size())
                .mapToDouble(i -> Gain.ndcg(lists.get(i)[way], people.get(i).truth(), free(people.get(i)), Asked.K))
                .toArray();
    }

    private static double share(List<int[][]> lists, int way, BitSet group) {
        double all = 0;
        double theirs = 0;
        for (int[][] list : lists) {
            for (int place = 0; place < list[way].length; place++) {
                double seen = StrictMath.log(2) / StrictMath.log(place + 2);
                all += seen;
                theirs += group.get(list[way][place]) ? seen : 0;
            }
        }
        return theirs / all;
    }

    /** What cannot be listed: seen, or not out yet. */
    private BitSet free(Asked asked) {
        BitSet taken = (BitSet) asked.seen().clone();
        taken.or(later);
        return taken;
    }

    private int[][] lists(Asked asked) {
        BitSet taken = free(asked);
        double[] scores = scores(asked);
        int[] best = Gain.best(scores, taken, KEPT);
        return new int[][] {
            Gain.best(asked.truth(), taken, Asked.K),
            Arrays.copyOf(best, Math.min(Asked.K, best.length)),
            again(best, scores, 0),
            again(best, scores, CREATOR)
        };
    }

    private double[] scores(Asked asked) {
        ProfileState state = model.applyAll(null, asked.before);
        double[] scores = WorthOfMaking.with(
                interest.scores(state, asked.cut, Set.of()), model.makeable(state), catalogue, MAKEABLE);
        for (int work = 0; work < scores.length; work++) {
            Instant out = catalogue.get(work).publishedAt();
            long age = Math.max(0, Duration.between(out, asked.cut).toSeconds());
            scores[work] += FRESHNESS * StrictMath.pow(0.5, age / HALVES_EVERY);
        }
        return scores;
    }

    /** One after the other, the highest less what stands above it. */
    private int[] again(int[] best, double[] scores, double forCreator) {
        List<Integer> chosen = new ArrayList<>();
        List<Integer> left = new ArrayList<>(Arrays.stream(best).boxed().toList());
        while (chosen.size() < Asked.K && !left.isEmpty()) {
            Integer next = left.getFirst();
            double highest = Double.NEGATIVE_INFINITY;
            for (Integer work : left) {
                double score = scores[work] - lost(work, chosen, forCreator);
                if (score > highest) {
                    highest = score;
                    next = work;
                }
            }
            chosen.add(next);
            left.remove(next);
        }
        return chosen.stream().mapToInt(Integer::intValue).toArray();
    }

    private double lost(int work, List<Integer> above, double forCreator) {
        double likest = 0;
        double half = 1;
        for (int one : above) {
            likest = Math.max(likest, likeness(work, one));
            half /= market.works().get(one).creator()
                            == market.works().get(work).creator()
                    ? 2
                    : 1;
        }
        return LIKENESS * likest + forCreator * (1 - half);
    }

    private double likeness(int one, int other) {
        List<Facet> hers = catalogue.get(one).facets().values();
        List<Facet> his = catalogue.get(other).facets().values();
        double both = hers.stream().filter(his::contains).count();
        double all = hers.size() + his.size() - both;
        return all == 0 ? 0 : both / all;
    }
}
