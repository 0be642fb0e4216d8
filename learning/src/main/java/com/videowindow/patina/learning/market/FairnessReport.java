package com.videowindow.patina.learning.market;

import com.videowindow.patina.domain.catalog.Content;
import com.videowindow.patina.domain.catalog.ContentId;
import com.videowindow.patina.learning.preference.Liking;
import com.videowindow.patina.learning.preference.PreferenceModel;
import com.videowindow.patina.learning.preference.ProfileState;
import com.videowindow.patina.learning.preference.Signal;
import com.videowindow.patina.learning.ranking.Above;
import com.videowindow.patina.learning.ranking.Greedy;
import com.videowindow.patina.learning.ranking.House;
import com.videowindow.patina.learning.ranking.Mix;
import com.videowindow.patina.learning.ranking.OfTheList;
import com.videowindow.patina.learning.ranking.Placed;
import com.videowindow.patina.learning.ranking.Terms;
import com.videowindow.patina.learning.ranking.Works;
import com.videowindow.patina.learning.simulation.Market;
import com.videowindow.patina.learning.simulation.Work;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Whether lists show small creators and new works as much as people would like them, before and after they are ranked again for
 * variety. The yardstick is what each group has of the lists that only the world could make, of what everybody would like most.
 *
 * <p>Lists are by interest with the next step and freshness, weighed against each other as the ranker does, and ranked again by the very
 * classes that it uses ({@link Greedy}, {@link Terms}).
 */
public final class FairnessReport {
    private static final double MAKEABLE = 0.15;
    private static final double FRESHNESS = 0.1;
    private static final double MILLION = 1e6;
    private static final double HALVES_EVERY = Duration.ofDays(30).toSeconds();
    private static final int NEW_DAYS = 14;
    private static final int KEPT = 100;

    private final Market market;
    private final PreferenceModel model = new PreferenceModel();
    private final List<Content> catalogue;
    private final FacetInterest interest;
    private final Works works;
    private final List<Asked> people;
    private final BitSet small;
    private final BitSet recent = new BitSet();
    private final BitSet later = new BitSet();

    /** @param day from which on is asked */
    public FairnessReport(Market market, int day) {
        this.market = market;
        catalogue = market.works().stream().map(Work::content).toList();
        interest = new FacetInterest(catalogue, model);
        works = new NumberedWorks(catalogue);
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

    /** Lists ranked again. */
    public record Again(String name, OfTheList weights) {}

    /** As the ranker does, and with parts of that. */
    public static final List<Again> WAYS = List.of(
            new Again("likeness alone, 0.2", OfTheList.LIKENESS_ALONE),
            new Again("likeness, 0.1", new OfTheList(OfTheList.CHOSEN.likeness(), 0, 0)),
            new Again(
                    "likeness and creator", new OfTheList(OfTheList.CHOSEN.likeness(), OfTheList.CHOSEN.creator(), 0)),
            new Again(
                    "likeness and calibration",
                    new OfTheList(OfTheList.CHOSEN.likeness(), 0, OfTheList.CHOSEN.calibration())),
            new Again("all three, as the ranker", OfTheList.CHOSEN));

    /** By the truth, then before anything is ranked again, then each way after. */
    public List<Exposure> exposures(List<Again> ways) {
        List<Lists> lists =
                people.parallelStream().map(asked -> lists(asked, ways)).toList();
        List<String> names = Stream.concat(
                        Stream.of("what they would like most", "by interest, before"),
                        ways.stream().map(Again::name))
                .toList();
        double[] before = ndcg(lists, 1);
        return IntStream.range(0, names.size())
                .mapToObj(way -> exposure(names.get(way), way, lists, before))
                .toList();
    }

    /** Somebody's lists, and of what they like. */
    private record Lists(Mix mix, List<List<Integer>> ways) {
        int[] way(int way) {
            return ways.get(way).stream().mapToInt(Integer::intValue).toArray();
        }
    }

    public int people() {
        return people.size();
    }

    private Exposure exposure(String name, int way, List<Lists> lists, double[] before) {
        Compared quality = Compared.of(ndcg(lists, way), before, way + 1);
        double divergence = lists.stream()
                .filter(each -> each.mix().isKnown())
                .mapToDouble(each -> each.mix().divergence(categories(each.way(way))))
                .average()
                .orElse(0);
        return new Exposure(
                name, share(lists, way, small), share(lists, way, recent), divergence, quality.full(), quality.p());
    }

    private Map<Integer, Integer> categories(int[] list) {
        Map<Integer, Integer> counts = new HashMap<>();
        for (int work : list) {
            counts.merge(works.categoryOf(work), 1, Integer::sum);
        }
        return counts;
    }

    private double[] ndcg(List<Lists> lists, int way) {
        return IntStream.range(0, lists.size())
                .mapToDouble(i -> Gain.ndcg(lists.get(i).way(way), people.get(i).truth(), free(people.get(i)), Asked.K))
                .toArray();
    }

    private static double share(List<Lists> lists, int way, BitSet group) {
        double all = 0;
        double theirs = 0;
        for (Lists each : lists) {
            int[] list = each.way(way);
            for (int place = 0; place < list.length; place++) {
                double seen = StrictMath.log(2) / StrictMath.log(place + 2);
                all += seen;
                theirs += group.get(list[place]) ? seen : 0;
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

    private Lists lists(Asked asked, List<Again> ways) {
        BitSet taken = free(asked);
        ProfileState state = model.applyAll(null, asked.before);
        double[] scores = scores(asked, state);
        int[] best = Gain.best(scores, taken, KEPT);
        Mix mix = Mix.of(Liking.latest(Liking.of(state)), this::category);
        List<int[]> all = new ArrayList<>();
        all.add(Gain.best(asked.truth(), taken, Asked.K));
        all.add(Arrays.copyOf(best, Math.min(Asked.K, best.length)));
        for (Again way : ways) {
            Terms terms = new Terms(
                    works,
                    mix,
                    way.weights().likeness(),
                    way.weights().creator(),
                    way.weights().calibration());
            all.add(new Greedy(terms, House.NONE, work -> Math.round(scores[work] * MILLION))
                    .best(best, new int[0], Asked.K).stream()
                            .mapToInt(Placed::work)
                            .toArray());
        }
        return new Lists(
                mix,
                all.stream().map(list -> Arrays.stream(list).boxed().toList()).toList());
    }

    private int category(ContentId content) {
        return market.work(content).map(work -> works.categoryOf(work.number())).orElse(Above.GONE);
    }

    private double[] scores(Asked asked, ProfileState state) {
        double[] scores = WorthOfMaking.with(
                interest.scores(state, asked.cut, Set.of()), model.makeable(state), catalogue, MAKEABLE);
        for (int work = 0; work < scores.length; work++) {
            Instant out = catalogue.get(work).publishedAt();
            long age = Math.max(0, Duration.between(out, asked.cut).toSeconds());
            scores[work] += FRESHNESS * StrictMath.pow(0.5, age / HALVES_EVERY);
        }
        return scores;
    }
}
