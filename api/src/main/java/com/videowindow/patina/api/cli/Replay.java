package com.videowindow.patina.api.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.videowindow.patina.api.security.Role;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Rebuilds a read model and stays until it was swapped in. */
@Command(
        name = "replay",
        description = {
            "Rebuilds a read model from the log, and swaps it in.",
            "It is built beside the live one and compared with it; readers never see a half-built one. Stopping this "
                    + "command does not stop the rebuild of a server that runs."
        },
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class Replay implements Callable<Integer> {

    private static final String REPLAYS = "/api/v1/operations/replays";
    private static final long POLL_MILLIS = 500;

    @Parameters(
            paramLabel = "NAME",
            description = "interest-profiles, interactions, feedback, consent-ledger, catalog, orders or trails.")
    @SuppressWarnings("NullAway.Init") // picocli fills it in before anything runs
    private String name;

    @Option(names = "--json", description = "Print the outcome as one line of JSON.")
    private boolean json;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it in before anything runs
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException, InterruptedException {
        try (Server server = Server.of(Home.ofEnvironment())) {
            Http http = server.as(Role.ENGINEER, "command-line");
            JsonNode replay = http.post(REPLAYS, Http.object(Map.of("projection", name)));
            try (Progress progress =
                    Progress.of("replay " + name, replay.path("total").asLong())) {
                while (!over(replay)) {
                    Thread.sleep(POLL_MILLIS);
                    replay = http.get(REPLAYS + "/" + replay.path("id").asText());
                    progress.expect(replay.path("total").asLong());
                    progress.reach(replay.path("done").asLong());
                }
            }
            report(replay);
            return state(replay).equals("completed") ? 0 : 1;
        }
    }

    private static boolean over(JsonNode replay) {
        return switch (state(replay)) {
            case "completed", "cancelled", "failed" -> true;
            default -> false;
        };
    }

    private static String state(JsonNode replay) {
        return replay.path("state").asText();
    }

    private void report(JsonNode replay) {
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(replay);
            return;
        }
        out.printf(
                "%s: %s after %,d events at %,.0f a second. %s%n",
                name,
                state(replay),
                replay.path("done").asLong(),
                replay.path("eventsPerSecond").asDouble(),
                replay.path("outcome").asText(""));
    }
}
