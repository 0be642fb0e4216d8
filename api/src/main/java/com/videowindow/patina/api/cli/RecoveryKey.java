package com.videowindow.patina.api.cli;

import java.io.Console;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Where a recovery key comes from; never from the arguments, which every user of a machine can list. */
final class RecoveryKey {
    static final String VARIABLE = "PATINA_RECOVERY_KEY";
    private static final int SHORTEST = 12;

    @Option(
            names = "--recovery-key-file",
            paramLabel = "FILE",
            description = "Its first line is the recovery key; else " + VARIABLE + " is, else it is asked for.")
    private @Nullable Path file;

    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init") // picocli fills it in before anything runs
    private CommandSpec spec;

    /** Asked for twice, since a misprint would be found out too late. */
    char[] forNewFile() throws IOException {
        char[] key = given(true);
        if (key.length < SHORTEST) {
            throw new ParameterException(
                    spec.commandLine(), "the recovery key must have at least " + SHORTEST + " characters");
        }
        return key;
    }

    char[] ofFile() throws IOException {
        return given(false);
    }

    private char[] given(boolean twice) throws IOException {
        if (file != null) {
            return Files.readString(file).lines().findFirst().orElse("").strip().toCharArray();
        }
        String variable = System.getenv(VARIABLE);
        return variable != null ? variable.strip().toCharArray() : asked(twice);
    }

    @SuppressWarnings("SystemConsoleNull") // later Javas may have one without a terminal; its end says null then
    private char[] asked(boolean twice) {
        Console console = System.console();
        if (console == null) {
            throw unnamed();
        }
        char[] key = console.readPassword("Recovery key: ");
        if (key == null) {
            throw unnamed();
        }
        if (twice && !Arrays.equals(key, console.readPassword("Once more: "))) {
            throw new ParameterException(spec.commandLine(), "these are two different recovery keys");
        }
        return key;
    }

    private ParameterException unnamed() {
        return new ParameterException(
                spec.commandLine(), "name the recovery key by --recovery-key-file or " + VARIABLE);
    }
}
