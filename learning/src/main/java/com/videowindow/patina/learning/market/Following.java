package com.videowindow.patina.learning.market;

import com.videowindow.patina.domain.catalog.Content;
import com.videowindow.patina.domain.interaction.InteractionKind;
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
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Whether lists by interest follow people whose taste changes: each list is judged by how likely they are, with the taste that
 * they have now, to like the ten works on it. Of all works, so that nobody's list is worse only for what they have seen.
 */
public final class Following {
    private static final int[] VIEWS = {1, 2, 3, 5, 7, 10, 15, 20, 30};
    private static final int FEWEST_VIEWS = 10;
    private static final BitSet NOTHING = new BitSet();

    private final Market market;
    private final int changes;
    private final List<Life> lives;

    /** @param market with a drift */
    public Following(Market market) {
        this.market = market;
        Scenario.Drift drift = Objects.requireNonNull(market.scenario().drift());
        this.changes = drift.day();
        this.lives = IntStream.range(0, market.scenario().people())
                .parallel()
                .mapToObj(market::life)
                .filter(life -> life.who().changesTaste())
                .toList();
    }

    /** One person: on the eve, at once, and after each number of views that they came to. */
    private record Path(double before, double atOnce, List<Double> after) {}

    public Recovery by(String name, PreferenceModel model) {
        List<Content> catalogue = market.works().stream().map(Work::content).toList();
        FacetInterest interest = new FacetInterest(catalogue, model);
        List<Path> paths = lives.parallelStream()
                .flatMap(life -> path(life, model, interest).stream())
                .toList();
        List<Recovery.Point> curve = new ArrayList<>();
        for (int i = 0; i < VIEWS.length; i++) {
            int place = i;
            List<Path> those =
                    paths.stream().filter(path -> path.after().size() > place).toList();
            curve.add(new Recovery.Point(
                    VIEWS[i],
                    those.stream()
                            .mapToDouble(path -> path.after().get(place))
                            .average()
                            .orElse(0),
                    those.stream().mapToDouble(Path::atOnce).average().orElse(0),
                    those.stream().mapToDouble(Path::before).average().orElse(0)));
        }
        return new Recovery(
                name,
                paths.size(),
                paths.stream().mapToDouble(Path::before).average().orElse(0),
                paths.stream().mapToDouble(Path::atOnce).average().orElse(0),
                curve);
    }

    /**
     * What it costs those whose taste stays: nDCG@10 of their lists by the model, and by the same without looking for changes.
     *
     * @param day from which on is asked
     */
    public static Cost cost(Market market, int day) {
        PreferenceModel follows = new PreferenceModel();
        PreferenceModel stays = PreferenceModel.forgetting(PreferenceModel.HALF_LIFE);
        List<Content> catalogue = market.works().stream().map(Work::content).toList();
        FacetInterest following = new FacetInterest(catalogue, follows);
        FacetInterest staying = new FacetInterest(catalogue, stays);
        double[][] judged = Asked.all(market, day).parallelStream()
                .map(asked -> {
                    ProfileState state = follows.applyAll(null, asked.before);
                    double[] with = following.scores(state, asked.cut, Set.of());
                    double[] without = staying.scores(state, asked.cut, Set.of());
                    return new double[] {
                        asked.byLikes(with), asked.byLikes(without), asked.byTruth(with), asked.byTruth(without)
                    };
                })
                .toArray(double[][]::new);
        return new Cost(
                judged.length,
                Compared.of(Compared.column(judged, 0), Compared.column(judged, 1), 1),
                Compared.of(Compared.column(judged, 2), Compared.column(judged, 3), 2));
    }

    /** @param people whose taste stays */
    public record Cost(int people, Compared byLikes, Compared byTruth) {}

    private Optional<Path> path(Life life, PreferenceModel model, FacetInterest interest) {
        Instant change =
                market.scenario().start().plusDays(changes).atStartOfDay().toInstant(ZoneOffset.UTC);
        List<InteractionRecorded> deeds = life.deeds();
        int known =
                (int) deeds.stream().filter(deed -> deed.at().isBefore(change)).count();
        if (views(deeds.subList(0, known)) < FEWEST_VIEWS || views(deeds.subList(known, deeds.size())) == 0) {
            return Optional.empty();
        }
        int[] before = list(model.applyAll(null, deeds.subList(0, known)), change, interest);
        List<Double> after = new ArrayList<>();
        int seen = 0;
        for (int i = known; i < deeds.size() && after.size() < VIEWS.length; i++) {
            boolean view = deeds.get(i).kind() == InteractionKind.VIEW;
            seen += view ? 1 : 0;
            if (view && seen == VIEWS[after.size()]) {
                ProfileState state = model.applyAll(null, deeds.subList(0, i + 1));
                after.add(likely(life, list(state, deeds.get(i).at(), interest), changes));
            }
        }
        return Optional.of(new Path(likely(life, before, changes - 1), likely(life, before, changes), after));
    }

    private static long views(List<InteractionRecorded> deeds) {
        return deeds.stream()
                .filter(deed -> deed.kind() == InteractionKind.VIEW)
                .count();
    }

    private static int[] list(ProfileState state, Instant now, FacetInterest interest) {
        return Gain.best(interest.scores(state, now, Set.of()), NOTHING, Asked.K);
    }

    private double likely(Life life, int[] list, int day) {
        return Arrays.stream(list)
                .mapToDouble(item -> market.likes(life, market.works().get(item), day))
                .average()
                .orElse(0);
    }
}
