package com.videowindow.patina.query.recommendation;

import com.videowindow.patina.domain.recommendation.Algorithm;
import com.videowindow.patina.domain.recommendation.Weights;
import com.videowindow.patina.learning.preference.Signal;
import com.videowindow.patina.learning.simulation.Life;
import com.videowindow.patina.learning.simulation.Market;
import com.videowindow.patina.learning.simulation.Work;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Ways of exploring, each in a market that lives by its lists: what is listed is met, what is met is liked as only the world knows, and
 * from that the crowd and everybody's profile learn before the next day. So what is found early is worth something later.
 *
 * <p>All ways begin with what people did by themselves up to a day. The same days are lived again and again, each time with other luck
 * that all ways share: whether somebody looks at a place on a day, and whether they like a work. A life goes its own way by what came
 * early, so lists of one are no independent witnesses, and ways are compared life by life.
 */
public final class ExplorationTrials {
    private static final int NEW_DAYS = 14;
    private static final int TIME_TO_BE_FOUND = 7;
    private static final int FOUND_BY = 10;

    private final Market market;
    private final int cut;
    private final List<Life> lives;
    private final BitSet small;
    private final BitSet recent = new BitSet();
    private final BitSet good;

    /** @param cut day from which on lists are followed */
    public ExplorationTrials(Market market, int cut) {
        this.market = market;
        this.cut = cut;
        lives = IntStream.range(0, market.scenario().people())
                .mapToObj(market::life)
                .toList();
        small = ofSmallCreators();
        int last = market.scenario().days() - 1;
        market.works().stream()
                .filter(work -> work.day() > cut - TIME_TO_BE_FOUND && work.day() <= last - TIME_TO_BE_FOUND)
                .forEach(work -> recent.set(work.number()));
        good = bestQuarter(last);
    }

    /**
     * A way of exploring.
     *
     * @param weights by which lists are ranked
     */
    public record Way(String name, Weights weights) {}

    /** As the ranker without a model: nothing is explored, as it was before, and as it is. */
    public static List<Way> ways() {
        Weights now = Tuning.of(Algorithm.HYBRID, false);
        Weights nothing = now.exploring(0, null);
        return List.of(
                new Way("nothing explored", nothing),
                new Way("a power of a draw, 0.04", nothing.exploring(0.04, null)),
                new Way("a power of a draw, 0.1", nothing.exploring(0.1, null)),
                new Way("what is doubted, as the ranker", now));
    }

    /**
     * What became of a way.
     *
     * @param lists that were made
     * @param ndcg of the first ten by the truth
     * @param error of how far that is from the first way's, as a standard error over lives
     * @param liked how much of what is looked at is liked, each place looked at as nDCG discounts it
     * @param smallCreators share of exposure of the half of creators that had the fewest likes
     * @param newWorks of what came out in the last two weeks
     * @param found share of the new works that ten people have met in the end
     * @param foundOfGood of the best quarter of these, how many have met each
     */
    public record Found(
            String way,
            int lists,
            double ndcg,
            double error,
            double liked,
            double smallCreators,
            double newWorks,
            double found,
            double foundOfGood) {}

    /**
     * @param ways of which the first is what the others are compared with
     * @param lives how often each is lived
     */
    public List<Found> found(List<Way> ways, int lives) {
        List<List<Lived>> all = ways.stream()
                .map(way -> IntStream.range(0, lives)
                        .mapToObj(luck -> lived(way.weights(), luck))
                        .toList())
                .toList();
        return IntStream.range(0, ways.size())
                .mapToObj(i -> found(ways.get(i).name(), all.get(i), all.getFirst()))
                .toList();
    }

    /** One life, as {@link Found} tells of all. */
    private record Lived(
            int lists,
            double ndcg,
            double liked,
            double smallCreators,
            double newWorks,
            double found,
            double foundOfGood) {}

    private Lived lived(Weights weights, int luck) {
        ExploredMarket followed = new ExploredMarket(market, lives, cut, weights, luck);
        for (int day = cut; day < market.scenario().days(); day++) {
            followed.live(day);
        }
        return new Lived(
                followed.ndcgs().size(),
                followed.ndcgs().stream().mapToDouble(each -> each).average().orElse(0),
                followed.likedShare(),
                followed.exposure((work, day) -> small.get(work.number())),
                followed.exposure((work, day) -> work.day() > day - NEW_DAYS),
                recent.stream().filter(work -> followed.met(work) >= FOUND_BY).count()
                        / (double) Math.max(1, recent.cardinality()),
                good.stream().map(followed::met).average().orElse(0));
    }

    private static Found found(String name, List<Lived> lived, List<Lived> first) {
        double[] differences = new double[lived.size()];
        Arrays.setAll(differences, i -> lived.get(i).ndcg() - first.get(i).ndcg());
        return new Found(
                name,
                lived.stream().mapToInt(Lived::lists).sum(),
                mean(lived, Lived::ndcg),
                errorOfMean(differences),
                mean(lived, Lived::liked),
                mean(lived, Lived::smallCreators),
                mean(lived, Lived::newWorks),
                mean(lived, Lived::found),
                mean(lived, Lived::foundOfGood));
    }

    private static double mean(List<Lived> all, ToDoubleFunction<Lived> of) {
        return all.stream().mapToDouble(of).average().orElse(0);
    }

    private static double errorOfMean(double[] differences) {
        double mean = Arrays.stream(differences).average().orElse(0);
        double squares = Arrays.stream(differences)
                .map(each -> (each - mean) * (each - mean))
                .sum();
        int many = differences.length;
        return many < 2 ? 0 : Math.sqrt(squares / (many - 1) / many);
    }

    private BitSet ofSmallCreators() {
        int[] likes = new int
                [1 + market.works().stream().mapToInt(Work::creator).max().orElseThrow()];
        lives.stream()
                .flatMap(life -> life.deeds().stream())
                .filter(deed -> deed.at().isBefore(ExploredMarket.morning(market, cut)))
                .filter(deed -> Signal.of(deed).likes())
                .flatMap(deed -> Stream.ofNullable(deed.content()))
                .flatMap(content -> market.work(content).stream())
                .forEach(work -> likes[work.creator()]++);
        int median =
                Arrays.stream(likes).sorted().skip(likes.length / 2).findFirst().orElseThrow();
        BitSet works = new BitSet();
        market.works().forEach(work -> works.set(work.number(), likes[work.creator()] < median));
        return works;
    }

    private BitSet bestQuarter(int day) {
        BitSet best = new BitSet();
        recent.stream()
                .boxed()
                .sorted(Comparator.comparingDouble((Integer work) -> -liking(work, day))
                        .thenComparing(Comparator.naturalOrder()))
                .limit(recent.cardinality() / 4)
                .forEach(best::set);
        return best;
    }

    /** Of everybody, in the mean. */
    private double liking(int number, int day) {
        Work work = market.works().get(number);
        return lives.stream()
                .mapToDouble(life -> market.likes(life, work, day))
                .average()
                .orElse(0);
    }
}
