package com.videowindow.patina.api.cli;

import com.videowindow.patina.api.security.LocalTokens;
import com.videowindow.patina.api.security.Role;
import java.time.Duration;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Issues a token for local use; no server needs to run. */
@Command(
        name = "token",
        description = {
            "Issues a token, alone on the last line.",
            "It is signed with the key kept in PATINA_HOME, so the server on the same folder accepts it; none needs to run.",
            "Example: curl -H \"Authorization: Bearer $(./patina token --role subject --subject anna | tail -n 1)\" …"
        },
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class Token implements Runnable {

    @Option(
            names = "--role",
            required = true,
            paramLabel = "ROLE",
            description = "What its bearer may do: ${COMPLETION-CANDIDATES}; in any case.")
    @SuppressWarnings("NullAway.Init") // picocli fills it in before anything runs
    private Role role;

    @Option(
            names = "--subject",
            required = true,
            paramLabel = "ID",
            description = "Whom it speaks for: the platform's user id, or a name of a creator or colleague.")
    @SuppressWarnings("NullAway.Init") // picocli fills it in before anything runs
    private String subject;

    @Option(
            names = "--ttl",
            defaultValue = "8h",
            converter = Spell.class,
            paramLabel = "TIME",
            description = "How long it lasts, for example 15m, 8h, 30d or PT90S (default: ${DEFAULT-VALUE}).")
    @SuppressWarnings("NullAway.Init") // picocli fills it in before anything runs
    private Duration ttl;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it in before anything runs
    private CommandSpec spec;

    @Override
    public void run() {
        if (subject.isBlank()) {
            throw new ParameterException(spec.commandLine(), "--subject must not be blank");
        }
        String token = LocalTokens.of(Home.ofEnvironment().folder()).issue(role, subject, ttl);
        spec.commandLine().getOut().println(token);
    }
}
