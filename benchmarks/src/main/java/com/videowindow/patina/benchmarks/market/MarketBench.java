package com.videowindow.patina.benchmarks.market;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.videowindow.patina.benchmarks.Machine;
import com.videowindow.patina.json.PatinaJson;
import com.videowindow.patina.learning.market.Ablation;
import com.videowindow.patina.learning.market.Exposure;
import com.videowindow.patina.learning.market.FairnessReport;
import com.videowindow.patina.learning.market.Following;
import com.videowindow.patina.learning.market.Foretelling;
import com.videowindow.patina.learning.market.KnownPolicies;
import com.videowindow.patina.learning.market.Moved;
import com.videowindow.patina.learning.market.Poisoning;
import com.videowindow.patina.learning.market.Recovery;
import com.videowindow.patina.learning.market.SkillGuessed;
import com.videowindow.patina.learning.market.Worth;
import com.videowindow.patina.learning.market.WorthOfDeed;
import com.videowindow.patina.learning.market.WorthOfLikeness;
import com.videowindow.patina.learning.market.WorthOfMaking;
import com.videowindow.patina.learning.market.WorthOfReading;
import com.videowindow.patina.learning.market.WorthOfSimilar;
import com.videowindow.patina.learning.preference.PreferenceModel;
import com.videowindow.patina.learning.simulation.Market;
import com.videowindow.patina.learning.simulation.Scenario;
import com.videowindow.patina.query.recommendation.ExplorationTrials;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The simulated market put to our models: what facets are worth, how soon a new taste is followed, how far bots come. */
@Command(
        name = "market",
        description = {
            "Asks our models about a simulated craft market and compares with what is true there.",
            "What each kind of facet adds to lists by interest, what likeness by words and embeddings adds, how soon lists follow a change of taste, what deeds are "
                    + "worth in likes, how well skill is guessed, whether interest comes true, and how far bots move the "
                    + "work that they push, with targets; how well off-policy estimators find what is known; who is seen by lists; and what ways of "
                    + "exploring find."
        },
        mixinStandardHelpOptions = true,
        sortOptions = false)
public final class MarketBench implements Callable<Integer> {
    private static final int FEWEST_DAYS = 15;
    private static final int EVENINGS = 500;
    private static final int LIVES = 10;

    @Option(names = "--people", defaultValue = "3000", description = "Default: ${DEFAULT-VALUE}.")
    private int people;

    @Option(names = "--days", defaultValue = "90", description = "From 15 (default: ${DEFAULT-VALUE}).")
    private int days;

    @Option(names = "--seed", defaultValue = "1", description = "Default: ${DEFAULT-VALUE}.")
    private long seed;

    @Option(names = "--bots", defaultValue = "500", description = "Default: ${DEFAULT-VALUE}.")
    private int bots;

    @Option(
            names = "--seeds",
            defaultValue = "1",
            description = "Worlds of which facets are weighed, from the seed on (default: ${DEFAULT-VALUE}).")
    private int seeds;

    @Option(names = "--drift-day", defaultValue = "-1", description = "On which tastes change; half-way by default.")
    private int drift;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it in before anything runs
    private CommandSpec spec;

    @Override
    public Integer call() {
        ObjectNode figures = PatinaJson.mapper().createObjectNode().put("benchmark", "market");
        figures.put("people", people).put("days", days).put("seed", seed).put("bots", bots);
        Scenario scenario = scenario();
        weigh(figures, System.out);
        WorthOfReading reading = WorthOfReading.of(Market.of(scenario), cut());
        Tables.reading(System.out, reading);
        figures.putPOJO("reading", reading);
        WorthOfMaking making = WorthOfMaking.of(Market.of(scenario), cut());
        Tables.making(System.out, making);
        figures.putPOJO("making", making);
        List<WorthOfLikeness> likeness = WorthOfLikeness.all(Market.of(scenario), cut());
        Tables.likeness(System.out, likeness);
        figures.putPOJO("likeness", likeness);
        WorthOfSimilar similar = WorthOfSimilar.of(Market.of(scenario), cut());
        Tables.similar(System.out, similar);
        figures.putPOJO("similar", similar);
        follow(scenario, figures, System.out);
        List<WorthOfDeed> deeds = WorthOfDeed.all(Market.of(scenario));
        Tables.deeds(System.out, deeds);
        figures.putPOJO("deeds", deeds);
        Foretelling foretelling = Foretelling.of(Market.of(scenario));
        Tables.foretelling(System.out, foretelling);
        figures.putPOJO("foretelling", foretelling);
        List<SkillGuessed> skill = SkillGuessed.all(Market.of(scenario));
        Tables.skill(System.out, skill);
        figures.putPOJO("skill", skill);
        Market poisoned = Market.of(scenario.with(null, new Scenario.Burst(days / 2, bots)));
        List<Moved> moved = new Poisoning(poisoned).moved();
        Tables.moved(System.out, bots, moved);
        figures.putPOJO("poisoning", moved);
        List<KnownPolicies.Known> known = new KnownPolicies(Market.of(scenario), seed).known(EVENINGS);
        Tables.known(System.out, EVENINGS, known);
        figures.putPOJO("offPolicy", known);
        FairnessReport fairness = new FairnessReport(Market.of(scenario), cut());
        List<Exposure> exposures = fairness.exposures(FairnessReport.WAYS);
        Tables.exposures(System.out, fairness.people(), exposures);
        figures.putPOJO("exposure", exposures);
        ExplorationTrials exploration = new ExplorationTrials(Market.of(scenario), days / 3);
        List<ExplorationTrials.Found> found = exploration.found(ExplorationTrials.ways(), LIVES);
        Tables.explored(System.out, days - days / 3, found);
        figures.putPOJO("exploration", found);
        System.out.println(figures.<ObjectNode>set("machine", Machine.json()));
        return 0;
    }

    /** Two thirds are learned from, as two of three months. */
    private int cut() {
        return days * 2 / 3;
    }

    private Scenario scenario() {
        if (days < FEWEST_DAYS) {
            throw new ParameterException(spec.commandLine(), "--days must be at least " + FEWEST_DAYS);
        }
        try {
            new Scenario.Burst(days / 2, bots);
            return Scenario.of(people, days, seed);
        } catch (IllegalArgumentException outside) {
            throw new ParameterException(spec.commandLine(), String.valueOf(outside.getMessage()));
        }
    }

    /** World by world, and all people together. */
    private void weigh(ObjectNode figures, PrintStream out) {
        List<Ablation> worlds = new ArrayList<>();
        for (long world = seed; world < seed + seeds; world++) {
            worlds.add(Ablation.of(Market.of(Scenario.of(people, days, world)), cut()));
            Tables.worths(out, "seed " + world, worlds.getLast().worths());
            figures.withArray("facets")
                    .addObject()
                    .put("seed", world)
                    .putPOJO("worths", worlds.getLast().worths());
        }
        if (seeds > 1) {
            List<Worth> all = Ablation.of(worlds).worths();
            Tables.worths(out, "all seeds", all);
            figures.putPOJO("facetsOfAll", all);
        }
    }

    /** Beside the model as it is, what it would be if it looked for no change, and if it forgot sooner. */
    private void follow(Scenario scenario, ObjectNode figures, PrintStream out) {
        Following following = new Following(Market.of(scenario.with(new Scenario.Drift(driftDay(), 1), null)));
        List<Recovery> all = List.of(
                following.by("interest, as it is", new PreferenceModel()),
                following.by("the long part alone", PreferenceModel.forgetting(PreferenceModel.HALF_LIFE)),
                following.by("half-life 30 days", PreferenceModel.forgetting(Duration.ofDays(30))),
                following.by("half-life 7 days", PreferenceModel.forgetting(Duration.ofDays(7))));
        Tables.recoveries(out, all);
        all.forEach(each -> figures.withArray("following")
                .addObject()
                .put("model", each.model())
                .put("halfWayAfterViews", each.halfWayAfter())
                .putPOJO("figures", each));
        Following.Cost cost = Following.cost(Market.of(scenario), cut());
        Tables.cost(out, cost);
        figures.putPOJO("followingCost", cost);
    }

    private int driftDay() {
        return drift < 0 ? days / 2 : drift;
    }
}
