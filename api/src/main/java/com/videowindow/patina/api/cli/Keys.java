package com.videowindow.patina.api.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The family of what copies of the log leave out. */
@Command(
        name = "keys",
        description =
                "Keeps apart what copies of the log leave out: the home's keys, and who is whom; renews what wraps them.",
        subcommands = {KeysExport.class, KeysImport.class, KeysRotate.class},
        mixinStandardHelpOptions = true)
final class Keys implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it in before anything runs
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Say what to do with the keys: export, import or rotate");
    }
}
