package com.videowindow.patina.api.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Unmatched;

/** Commands that the launcher carries out without us; they stand here so that the help tells of them. */
abstract class ByLauncher implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it in before anything runs
    CommandSpec spec;

    @Unmatched
    @SuppressWarnings("unused") // takes what the launcher would have understood
    private String[] rest = {};

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(), spec.name() + " is done by the launcher: ./patina " + spec.name());
    }

    @Command(name = "test", description = "Builds everything and runs the tests; --all adds the long ones.")
    static final class Test extends ByLauncher {}

    @Command(
            name = "bench",
            description =
                    "Measures latencies under load (serving), durability under kill -9 (kill), the event log beside"
                            + " its peers (log), rebuilding (rebuild), snapshots (snapshots) and forms of payload (payloads).")
    static final class Bench extends ByLauncher {}
}
