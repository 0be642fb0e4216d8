package com.videowindow.patina.api.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The family of what officers need on paper. */
@Command(
        name = "compliance",
        description = "Reports on how people's rights were kept, and tries whether erasures hold.",
        subcommands = {ComplianceReport.class, ComplianceDrill.class},
        mixinStandardHelpOptions = true)
final class Compliance implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it in before anything runs
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Say what to do; there are: report, drill");
    }
}
