package com.videowindow.patina.api.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The family of imports. */
@Command(
        name = "import",
        description = {
            "Takes over data from elsewhere.",
            "Running it again goes on where it stopped and stores nothing twice."
        },
        subcommands = ImportMovieLens.class,
        mixinStandardHelpOptions = true)
final class Import implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it in before anything runs
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Say what to import: movielens DIR");
    }
}
