package com.videowindow.patina.benchmarks;

import com.videowindow.patina.benchmarks.accuracy.Accuracy;
import com.videowindow.patina.benchmarks.log.Erasing;
import com.videowindow.patina.benchmarks.log.Log;
import com.videowindow.patina.benchmarks.log.Payloads;
import com.videowindow.patina.benchmarks.log.Snapshots;
import com.videowindow.patina.benchmarks.market.ExplanationsBench;
import com.videowindow.patina.benchmarks.market.MarketBench;
import com.videowindow.patina.benchmarks.training.NearestBench;
import com.videowindow.patina.benchmarks.training.TrainingBench;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The root of the measurements. */
@Command(
        name = "patina bench",
        description = {
            "Measures Patina, each time in a data folder of its own; what is served, from outside.",
            "Every measurement ends with one line of JSON that holds all its figures."
        },
        mixinStandardHelpOptions = true,
        subcommands = {
            Serving.class,
            Kill.class,
            Log.class,
            Payloads.class,
            Snapshots.class,
            Rebuild.class,
            Erasing.class,
            Accuracy.class,
            TrainingBench.class,
            NearestBench.class,
            MarketBench.class,
            ExplanationsBench.class
        })
public final class Benchmarks implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it in before anything runs
    private CommandSpec spec;

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Benchmarks())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .execute(arguments));
    }

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(),
                "Say what to measure: serving, kill, log, payloads, snapshots, rebuild, erasure, accuracy, training, nearest, "
                        + "market or explanations");
    }
}
