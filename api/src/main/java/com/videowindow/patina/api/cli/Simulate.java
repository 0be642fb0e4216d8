package com.videowindow.patina.api.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The family of invented worlds. */
@Command(
        name = "simulate",
        description = "Tells a running server of a world that was invented, of which the truth is known.",
        subcommands = SimulateMarket.class,
        mixinStandardHelpOptions = true)
final class Simulate implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it in before anything runs
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Say what to simulate: market");
    }
}
