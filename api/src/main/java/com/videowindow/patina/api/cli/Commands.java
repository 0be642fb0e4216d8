package com.videowindow.patina.api.cli;

import com.videowindow.patina.domain.Check;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** The root of the command line, and where Java starts. */
@Command(
        name = "patina",
        description = "Learns what viewers of craft videos care about, and answers what next, and why.",
        synopsisSubcommandLabel = "COMMAND",
        mixinStandardHelpOptions = true,
        versionProvider = Commands.Version.class,
        sortOptions = false,
        footerHeading = "%nEnvironment:%n",
        footer = {
            "  PATINA_HOME               data folder (data/ beside the launcher)",
            "  PATINA_PORT               where the API listens (8080)",
            "  PATINA_MONGODB_URI        the event log's replica set; absent: embedded",
            "  PATINA_KEYS_URI           another server for people's keys; absent: the log's",
            "  PATINA_ELASTICSEARCH_URI  the read side's cluster; absent: embedded",
            "  PATINA_RECOVERY_KEY       what keys export and import encrypt under",
            "  PATINA_JAVA_HOME          the JDK to run on, 21 or newer; absent: newest",
            "",
            "A command beside a running server talks to that server, which it finds by",
            "PATINA_HOME; otherwise it opens the stores itself for as long as it runs.",
            "Exit status: 0 success, 1 failed or incomplete, 2 not understood,",
            "130 stopped by Ctrl-C, 143 by SIGTERM.",
            "Start with: ./patina demo"
        },
        subcommands = {
            Demo.class,
            Serve.class,
            Token.class,
            Import.class,
            Simulate.class,
            Replay.class,
            TrainedModels.class,
            Log.class,
            Letters.class,
            Keys.class,
            Compliance.class,
            ByLauncher.Test.class,
            ByLauncher.Bench.class,
            CommandLine.HelpCommand.class
        })
public final class Commands implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it in before anything runs
    CommandSpec spec;

    public static void main(String[] arguments) {
        PrintWriter answers = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        // The log of a server that runs in this process must not stand among the answers that a script reads.
        System.setOut(System.err);
        int status = line().setOut(answers).execute(arguments);
        // A server that was started beside the command may have left threads; what we came for is done.
        System.exit(status);
    }

    static CommandLine line() {
        return new CommandLine(new Commands())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .registerConverter(Instant.class, Commands::time)
                .setExecutionExceptionHandler((failure, line, parsed) -> {
                    line.getErr()
                            .println("patina: " + (Failures.areOfTheEnd() ? "stopped" : Failures.inWords(failure)));
                    return line.getCommandSpec().exitCodeOnExecutionException();
                });
    }

    private static Instant time(String text) {
        try {
            return Check.time(text);
        } catch (DateTimeException e) {
            throw new TypeConversionException("'" + text + "' is no time such as 2026-11-23T20:15:00Z");
        }
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Say which command; the first to try is: demo");
    }

    static final class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = Commands.class.getPackage().getImplementationVersion();
            return new String[] {"Patina " + (version == null ? "(unpackaged)" : version), "Java ${java.version}"};
        }
    }
}
