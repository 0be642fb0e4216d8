package com.videowindow.patina.learning.market;

import com.videowindow.patina.domain.catalog.Content;
import com.videowindow.patina.domain.interaction.InteractionRecorded;
import com.videowindow.patina.learning.preference.PreferenceModel;
import com.videowindow.patina.learning.preference.ProfileState;
import com.videowindow.patina.learning.simulation.Life;
import com.videowindow.patina.learning.simulation.Market;
import com.videowindow.patina.learning.simulation.Scenario;
import com.videowindow.patina.learning.simulation.Work;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * How far bots that push one work move it in the lists of honest people, by each thing that the crowd teaches, and by their sum
 * as the ranker has it. Ranks are among all works, ties in their middle, for honest people who have not seen it.
 */
public final class Poisoning {
    private static final double OF_INTEREST = 0.4;
    private static final double OF_TOGETHER = 0.6;
    private static final double OF_POPULAR = 0.1;
    private static final int FEWEST_DEEDS = 5;

    private final Market market;
    private final Work target;
    private final Instant until;
    private final PreferenceModel model = new PreferenceModel();

    /** @param market with a burst */
    public Poisoning(Market market) {
        this.market = market;
        Scenario.Burst burst = Objects.requireNonNull(market.scenario().burst());
        this.target = market.target().orElseThrow();
        this.until = market.scenario()
                .start()
                .plusDays(burst.day() + 1L)
                .atStartOfDay()
                .toInstant(ZoneOffset.UTC);
    }

    /** One way of ranking: scores of all works for one person. */
    private interface Way {
        double[] scores(CrowdScores crowd, ProfileState person, double[] interest);
    }

    private record Named(String name, Way way) {}

    private static final List<Named> WAYS = List.of(
            new Named("popular", (crowd, person, interest) -> crowd.popular()),
            new Named("liked together", (crowd, person, interest) -> crowd.together(person)),
            new Named("trained model", (crowd, person, interest) -> crowd.trained(person)),
            new Named("interest, liked together and popular", Poisoning::sum));

    private static double[] sum(CrowdScores crowd, ProfileState person, double[] interest) {
        double[] together = crowd.together(person);
        double[] popular = crowd.popular();
        double[] sum = new double[interest.length];
        for (int item = 0; item < sum.length; item++) {
            sum[item] = OF_INTEREST * interest[item] + OF_TOGETHER * together[item] + OF_POPULAR * popular[item];
        }
        return sum;
    }

    public List<Moved> moved() {
        List<Life> all = IntStream.range(0, market.residents())
                .parallel()
                .mapToObj(market::life)
                .toList();
        List<Life> honest = all.subList(0, market.scenario().people());
        CrowdScores clean = new CrowdScores(market, honest, until);
        CrowdScores poisoned = new CrowdScores(market, all, until);
        List<Content> catalogue = market.works().stream().map(Work::content).toList();
        FacetInterest interest = new FacetInterest(catalogue, model);
        List<ProfileState> people =
                honest.stream().flatMap(life -> asked(life).stream()).toList();
        List<double[]> interests = people.stream()
                .map(person -> interest.scores(person, until, Set.of()))
                .toList();
        List<Moved> moved = new ArrayList<>();
        for (Named each : WAYS) {
            moved.add(new Moved(
                    each.name(),
                    people.size(),
                    meanRank(each.way(), clean, people, interests),
                    meanRank(each.way(), poisoned, people, interests)));
        }
        return moved;
    }

    private List<ProfileState> asked(Life life) {
        List<InteractionRecorded> before =
                life.deeds().stream().filter(deed -> deed.at().isBefore(until)).toList();
        boolean seen = before.stream().anyMatch(deed -> target.content().id().equals(deed.content()));
        return seen || before.size() < FEWEST_DEEDS ? List.of() : List.of(model.applyAll(null, before));
    }

    private double meanRank(Way way, CrowdScores crowd, List<ProfileState> people, List<double[]> interests) {
        return IntStream.range(0, people.size())
                .parallel()
                .mapToDouble(i -> rank(way.scores(crowd, people.get(i), interests.get(i)), target.number()))
                .average()
                .orElse(0);
    }

    static double rank(double[] scores, int item) {
        int above = 0;
        int level = 0;
        for (double score : scores) {
            above += score > scores[item] ? 1 : 0;
            level += score == scores[item] ? 1 : 0;
        }
        return above + (level + 1) / 2.0;
    }
}
