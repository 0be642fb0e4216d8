package com.videowindow.patina.api.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.videowindow.patina.api.security.Role;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What read models could not take in. */
@Command(
        name = "letters",
        description = {
            "Looks at events that a read model could not take in, tries them again, or leaves them out.",
            "A key is what the read model keeps its document under: a person's random id, for one."
        },
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class Letters implements Runnable {
    private static final String LETTERS = "/api/v1/operations/dead-letters";

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it in before anything runs
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Say what to do; the first is: list");
    }

    @Command(name = "list", description = "Keys of which events wait.", mixinStandardHelpOptions = true)
    int list(
            @Option(names = "--projection", paramLabel = "NAME", description = "Only of this read model.") @Nullable
                    String projection,
            @Option(names = "--json", description = "Print each key as one line of JSON.") boolean json)
            throws IOException {
        try (Server server = Server.of(Home.ofEnvironment())) {
            Http http = engineer(server);
            String question = LETTERS + "?limit=100" + (projection == null ? "" : "&projection=" + encoded(projection));
            String cursor = "";
            do {
                JsonNode page = http.get(question + (cursor.isEmpty() ? "" : "&cursor=" + encoded(cursor)));
                page.path("items").forEach(each -> print(each, json));
                cursor = page.path("next").asText("");
            } while (!cursor.isEmpty());
            return 0;
        }
    }

    private void print(JsonNode key, boolean json) {
        if (json) {
            out().println(key);
            return;
        }
        JsonNode first = key.path("first");
        out().printf(
                        "%-20s %-38s %,6d waiting  %s%n",
                        key.path("projection").asText(),
                        key.path("sequence").asText(),
                        key.path("letters").asLong(),
                        event(first));
    }

    private static String event(JsonNode event) {
        return "%-12s %s  %s"
                .formatted(
                        event.path("position").asText(),
                        event.path("enqueuedAt").asText(),
                        event.path("message").asText("waits behind"));
    }

    @Command(name = "show", description = "All that waits of one key.", mixinStandardHelpOptions = true)
    int show(
            @Parameters(paramLabel = "NAME", description = "The read model.") String projection,
            @Parameters(paramLabel = "KEY", description = "The key, as list prints it.") String sequence,
            @Option(names = "--json", description = "Print it as one line of JSON.") boolean json)
            throws IOException {
        try (Server server = Server.of(Home.ofEnvironment())) {
            JsonNode key = engineer(server).get(path(projection, sequence));
            if (json) {
                out().println(key);
            } else {
                key.path("waiting").forEach(each -> out().println(event(each)));
            }
            return 0;
        }
    }

    @Command(
            name = "retry",
            description = "Tries one key again, or every one of a read model; exit status 1 when one failed again.",
            mixinStandardHelpOptions = true)
    int retry(
            @Parameters(paramLabel = "NAME", description = "The read model.") String projection,
            @Parameters(paramLabel = "KEY", arity = "0..1", description = "The key; absent: all.") @Nullable
                    String sequence,
            @Option(names = "--json", description = "Print the outcome as one line of JSON.") boolean json)
            throws IOException {
        try (Server server = Server.of(Home.ofEnvironment())) {
            Http http = engineer(server);
            JsonNode retried = sequence == null ? all(http, projection) : one(http, projection, sequence);
            if (json) {
                out().println(retried);
            } else {
                out().printf(
                                "%,d keys mended, %,d failed again%n",
                                retried.path("mended").asInt(),
                                retried.path("failed").asInt());
            }
            return retried.path("failed").asInt() == 0 ? 0 : 1;
        }
    }

    /** A call takes two seconds at most, and says how many keys remain. */
    private static JsonNode all(Http http, String projection) throws IOException {
        ObjectNode sum = JsonNodeFactory.instance.objectNode();
        try (Progress progress = Progress.of("retry " + projection, 0)) {
            Map<String, Object> question = Map.of("projection", projection);
            while (true) {
                JsonNode some = http.post(LETTERS + "/retry", question);
                for (String count : List.of("mended", "failed")) {
                    sum.put(count, sum.path(count).asInt() + some.path(count).asInt());
                }
                int done = sum.path("mended").asInt() + sum.path("failed").asInt();
                progress.expect(done + some.path("remaining").asLong());
                progress.reach(done);
                if (!some.hasNonNull("next")) {
                    return sum;
                }
                question = Map.of(
                        "projection", projection, "from", some.path("next").asText());
            }
        }
    }

    private static JsonNode one(Http http, String projection, String sequence) throws IOException {
        JsonNode retried;
        do {
            retried = http.post(path(projection, sequence) + "/retry", Map.of());
        } while (retried.hasNonNull("next"));
        return retried;
    }

    @Command(
            name = "evict",
            description = "Leaves out one event, or all that wait of a key; who and why is kept.",
            mixinStandardHelpOptions = true)
    int evict(
            @Parameters(paramLabel = "NAME", description = "The read model.") String projection,
            @Parameters(paramLabel = "KEY", description = "The key, as list prints it.") String sequence,
            @Option(names = "--position", paramLabel = "POSITION", description = "Only this event; absent: all.")
                    @Nullable
                    Long position,
            @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "Why.") String reason,
            @Option(names = "--json", description = "Print the outcome as one line of JSON.") boolean json)
            throws IOException {
        Map<String, Object> body = new HashMap<>(Map.of("reason", reason));
        if (position != null) {
            body.put("position", position);
        }
        try (Server server = Server.of(Home.ofEnvironment())) {
            JsonNode eviction = engineer(server).post(path(projection, sequence) + "/evict", body);
            if (json) {
                out().println(eviction);
            } else {
                out().printf("%,d events left out%n", eviction.path("positions").size());
            }
            return 0;
        }
    }

    private static Http engineer(Server server) {
        return server.as(Role.ENGINEER, "command-line");
    }

    private static String path(String projection, String sequence) {
        return LETTERS + "/" + encoded(projection) + "/" + encoded(sequence);
    }

    private static String encoded(String part) {
        return URLEncoder.encode(part, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
