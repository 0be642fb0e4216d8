package com.videowindow.patina.benchmarks.market;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.videowindow.patina.benchmarks.Machine;
import com.videowindow.patina.json.PatinaJson;
import com.videowindow.patina.learning.simulation.Market;
import com.videowindow.patina.learning.simulation.Scenario;
import com.videowindow.patina.query.recommendation.ReasonTrials;
import com.videowindow.patina.query.recommendation.TriedBand;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** First reasons of lists of a simulated market, tried by taking out what they rest on. */
@Command(
        name = "explanations",
        description = {
            "Tries the first reasons of all items of lists of a simulated market.",
            "What each rests on is taken out of what is known of its person, and the list is made anew by the code that serves: "
                    + "with the model that there is, and for some with one trained without; beside it, as much at random."
        },
        mixinStandardHelpOptions = true,
        sortOptions = false)
public final class ExplanationsBench implements Callable<Integer> {
    @Option(names = "--people", defaultValue = "600", description = "Default: ${DEFAULT-VALUE}.")
    private int people;

    @Option(names = "--days", defaultValue = "60", description = "Default: ${DEFAULT-VALUE}.")
    private int days;

    @Option(names = "--seed", defaultValue = "1", description = "Default: ${DEFAULT-VALUE}.")
    private long seed;

    @Option(names = "--places", defaultValue = "20", description = "Of each list (default: ${DEFAULT-VALUE}).")
    private int places;

    @Option(
            names = "--trainings",
            defaultValue = "40",
            description = "Reasons that are tried with a model of their own (default: ${DEFAULT-VALUE}).")
    private int trainings;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it in before anything runs
    private CommandSpec spec;

    @Override
    public Integer call() {
        ObjectNode figures = PatinaJson.mapper().createObjectNode().put("benchmark", "explanations");
        figures.put("people", people).put("days", days).put("seed", seed).put("places", places);
        List<TriedBand> bands = ReasonTrials.of(Market.of(scenario()), places, trainings);
        System.out.println(TriedBand.head());
        bands.forEach(band -> {
            System.out.println(band.row());
            figures.withArray("bands").add(band.row());
        });
        System.out.println(figures.<ObjectNode>set("machine", Machine.json()));
        return 0;
    }

    private Scenario scenario() {
        try {
            return Scenario.of(people, days, seed);
        } catch (IllegalArgumentException outside) {
            throw new ParameterException(spec.commandLine(), String.valueOf(outside.getMessage()));
        }
    }
}
