package com.videowindow.patina.api.cli;

import com.videowindow.patina.api.security.Handles;
import com.videowindow.patina.api.security.LocalTokens;
import com.videowindow.patina.api.security.Role;
import com.videowindow.patina.domain.catalog.CreatorId;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
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
            description = "Whom it speaks for: the platform's user id, or a name of a colleague.")
    @SuppressWarnings("NullAway.Init") // picocli fills it in before anything runs
    private String subject;

    @Option(
            names = "--creator",
            paramLabel = "HANDLE",
            description =
                    "Under which public name a creator publishes, which is shown to everybody: not their user id.")
    private @Nullable String handle;

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
        String publishesAs = handle();
        LocalTokens tokens = LocalTokens.of(Home.ofEnvironment().folder());
        String token =
                publishesAs == null ? tokens.issue(role, subject, ttl) : tokens.issueCreator(subject, publishesAs, ttl);
        spec.commandLine().getOut().println(token);
    }

    private @Nullable String handle() {
        String given = handle;
        if ((given != null) != (role == Role.CREATOR)) {
            throw new ParameterException(spec.commandLine(), "--creator goes with the role creator, and with it alone");
        }
        if (given != null && Handles.isUserId(given, subject)) {
            throw new ParameterException(spec.commandLine(), "--creator must not be the user id that --subject is");
        }
        try {
            return given == null ? null : new CreatorId(given).value();
        } catch (IllegalArgumentException unfit) {
            throw new ParameterException(spec.commandLine(), "--creator is no handle: " + unfit.getMessage(), unfit);
        }
    }
}
