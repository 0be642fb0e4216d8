package com.videowindow.patina.learning.market;

import com.videowindow.patina.domain.catalog.Content;
import com.videowindow.patina.domain.interaction.InteractionRecorded;
import com.videowindow.patina.learning.chance.Draw;
import com.videowindow.patina.learning.offpolicy.Estimate;
import com.videowindow.patina.learning.offpolicy.Logged;
import com.videowindow.patina.learning.offpolicy.OffPolicy;
import com.videowindow.patina.learning.preference.PreferenceModel;
import com.videowindow.patina.learning.preference.ProfileState;
import com.videowindow.patina.learning.simulation.Life;
import com.videowindow.patina.learning.simulation.Market;
import com.videowindow.patina.learning.simulation.Work;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Off-policy estimators asked about what is known. On one evening of the market each person is shown one of some works, more
 * often one that is well made; would it have been better to show them by interest? Here it is known how likely everybody is to
 * like everything, so it is known what that would have been worth. The same evening is lived again and again.
 */
public final class KnownPolicies {
    private static final int CHOICE = 30;
    private static final int FEWEST_DEEDS = 5;
    private static final double BY_APPEAL = 0.5;
    private static final double BY_INTEREST = 5;

    private final List<Evening> evenings;

    /**
     * One person's choice.
     *
     * @param shown probability of each work by the policy that is logged
     * @param target by the one in question
     * @param interest what that goes by, known to the model too
     * @param liked how likely each is liked
     */
    private record Evening(List<Double> shown, List<Double> target, List<Double> interest, List<Double> liked) {
        double worth() {
            return IntStream.range(0, liked.size())
                    .mapToDouble(i -> target.get(i) * liked.get(i))
                    .sum();
        }
    }

    /**
     * How an estimator did.
     *
     * @param truth what the policy in question is worth
     * @param mean of the estimates
     * @param deviation root of their mean squared distance from the truth
     * @param covered share of the intervals at 95 % that hold the truth
     */
    public record Known(String estimator, double truth, double mean, double deviation, double covered) {}

    public KnownPolicies(Market market, long seed) {
        int day = market.scenario().days() - 1;
        Instant now = market.scenario().start().plusDays(day).atStartOfDay().toInstant(ZoneOffset.UTC);
        List<Content> catalogue = market.works().stream().map(Work::content).toList();
        PreferenceModel model = new PreferenceModel();
        FacetInterest interest = new FacetInterest(catalogue, model);
        evenings = IntStream.range(0, market.scenario().people())
                .mapToObj(market::life)
                .filter(life -> before(life, now).size() >= FEWEST_DEEDS)
                .map(life -> {
                    ProfileState state = model.applyAll(null, before(life, now));
                    return evening(market, life, day, interest.scores(state, now, Set.of()), seed);
                })
                .toList();
    }

    private static List<InteractionRecorded> before(Life life, Instant now) {
        return life.deeds().stream().filter(deed -> deed.at().isBefore(now)).toList();
    }

    private static Evening evening(Market market, Life life, int day, double[] scores, long seed) {
        List<Work> choice = IntStream.range(0, CHOICE)
                .map(i -> (int) (Draw.uniform(seed + life.who().number(), i) * scores.length))
                .distinct()
                .mapToObj(market.works()::get)
                .toList();
        List<Double> interest =
                choice.stream().map(work -> scores[work.number()]).toList();
        return new Evening(
                softmax(choice.stream().map(work -> BY_APPEAL * work.appeal()).toList()),
                softmax(interest.stream().map(one -> BY_INTEREST * one).toList()),
                interest,
                choice.stream().map(work -> market.likes(life, work, day)).toList());
    }

    private static List<Double> softmax(List<Double> scores) {
        List<Double> raised = scores.stream().map(StrictMath::exp).toList();
        double all = raised.stream().mapToDouble(each -> each).sum();
        return raised.stream().map(each -> each / all).toList();
    }

    private double truth() {
        return evenings.stream().mapToDouble(Evening::worth).average().orElseThrow();
    }

    /** @param times that the evening is lived */
    public List<Known> known(int times) {
        List<List<Logged>> logs = IntStream.range(0, times).mapToObj(this::log).toList();
        OffPolicy exact = OffPolicy.unclipped();
        return List.of(
                known("what was shown, as it is", logs, KnownPolicies::asItIs),
                known("IPS", logs, exact::ips),
                known("SNIPS", logs, exact::snips),
                known("doubly robust", logs, exact::doublyRobust),
                known("IPS, clipped at 5", logs, OffPolicy.clippedAt(5)::ips));
    }

    /** As if both policies showed the same. */
    private static Estimate asItIs(List<Logged> log) {
        return OffPolicy.unclipped()
                .ips(log.stream().map(one -> new Logged(1, 1, one.reward())).toList());
    }

    private Known known(String name, List<List<Logged>> logs, Function<List<Logged>, Estimate> estimator) {
        double truth = truth();
        List<Estimate> all = logs.stream().map(estimator).toList();
        double squares = all.stream()
                .mapToDouble(each -> (each.value() - truth) * (each.value() - truth))
                .average()
                .orElseThrow();
        return new Known(
                name,
                truth,
                all.stream().mapToDouble(Estimate::value).average().orElseThrow(),
                Math.sqrt(squares),
                (double) all.stream().filter(each -> each.covers(truth)).count() / all.size());
    }

    private List<Logged> log(int time) {
        int[] shown = new int[evenings.size()];
        double[] rewards = new double[evenings.size()];
        for (int i = 0; i < shown.length; i++) {
            Evening evening = evenings.get(i);
            shown[i] = drawn(evening.shown(), Draw.uniform(~time, 2L * i));
            rewards[i] = Draw.uniform(~time, 2L * i + 1) < evening.liked().get(shown[i]) ? 1 : 0;
        }
        double[] line = line(shown, rewards);
        List<Logged> log = new ArrayList<>();
        for (int i = 0; i < shown.length; i++) {
            Evening evening = evenings.get(i);
            double ofTarget = 0;
            for (int work = 0; work < evening.target().size(); work++) {
                ofTarget += evening.target().get(work)
                        * foretold(line, evening.interest().get(work));
            }
            log.add(new Logged(
                    evening.shown().get(shown[i]),
                    evening.target().get(shown[i]),
                    rewards[i],
                    foretold(line, evening.interest().get(shown[i])),
                    ofTarget));
        }
        return log;
    }

    private static int drawn(List<Double> probabilities, double at) {
        double left = at;
        for (int i = 0; i < probabilities.size(); i++) {
            left -= probabilities.get(i);
            if (left < 0) {
                return i;
            }
        }
        return probabilities.size() - 1;
    }

    /** The model of the doubly robust: what was liked over interest, by least squares. */
    private double[] line(int[] shown, double[] rewards) {
        double[] interest = new double[shown.length];
        Arrays.setAll(interest, i -> evenings.get(i).interest().get(shown[i]));
        double meanInterest = Arrays.stream(interest).average().orElse(0);
        double meanReward = Arrays.stream(rewards).average().orElse(0);
        double both = 0;
        double squares = 0;
        for (int i = 0; i < shown.length; i++) {
            both += (interest[i] - meanInterest) * (rewards[i] - meanReward);
            squares += (interest[i] - meanInterest) * (interest[i] - meanInterest);
        }
        double slope = squares == 0 ? 0 : both / squares;
        return new double[] {meanReward - slope * meanInterest, slope};
    }

    private static double foretold(double[] line, double interest) {
        return line[0] + line[1] * interest;
    }
}
