package com.videowindow.patina.api.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.videowindow.patina.api.security.Role;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The family of questions to the event log. */
@Command(
        name = "log",
        description = "Asks the event log.",
        subcommands = {
            Log.Status.class,
            LogVerify.class,
            LogProve.class,
            LogCheckProof.class,
            LogCheckpoint.class,
            LogKey.class,
            LogTiles.class,
            LogTail.class,
            LogShow.class,
            LogStream.class,
            LogDiff.class,
            LogExport.class,
            LogRestore.class
        },
        mixinStandardHelpOptions = true)
final class Log implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it in before anything runs
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Say what to ask; the first is: status");
    }

    @Command(
            name = "status",
            description = "Events by type, the newest position, and how far each projection has come.",
            mixinStandardHelpOptions = true)
    static final class Status implements Callable<Integer> {

        @Option(names = "--json", description = "Print one line of JSON, with each projection's position signed.")
        private boolean json;

        @Spec
        @SuppressWarnings("NullAway.Init") // picocli fills it in before anything runs
        private CommandSpec spec;

        @Override
        public Integer call() throws IOException {
            try (Server server = Server.of(Home.ofEnvironment())) {
                Http http = server.as(Role.ENGINEER, "command-line");
                JsonNode log = http.get("/api/v1/operations/log");
                JsonNode projections = http.get("/api/v1/operations/projections");
                PrintWriter out = spec.commandLine().getOut();
                if (json) {
                    sign(projections, server.as(Role.COMPLIANCE, "command-line"));
                    out.println(Http.JSON
                            .createObjectNode()
                            .<ObjectNode>set("log", log)
                            .set("projections", projections));
                } else {
                    print(out, log, projections);
                }
            }
            return 0;
        }

        /** Binds each read model to the log that it was made from: the log up to its position, signed. */
        private static void sign(JsonNode projections, Http http) {
            for (JsonNode each : projections) {
                long position = each.path("position").asLong();
                if (position >= 0 && each instanceof ObjectNode projection) {
                    projection.put("checkpoint", http.text("/api/v1/audit/checkpoint?position=" + position));
                }
            }
        }

        private static void print(PrintWriter out, JsonNode log, JsonNode projections) {
            out.printf(
                    "%,d events in %,d blocks, newest position %s%n",
                    log.path("events").asLong(),
                    log.path("blocks").asLong(),
                    log.path("position").asText());
            log.path("types")
                    .properties()
                    .forEach(type -> out.printf(
                            "  %-24s %,12d%n", type.getKey(), type.getValue().asLong()));
            projections.forEach(each -> out.printf(
                    "%-20s position %-12s behind %,d events, %.1f s%s%n",
                    each.path("name").asText(),
                    each.path("position").asText(),
                    each.path("lagEvents").asLong(),
                    each.path("lagSeconds").asDouble(),
                    each.path("running").asBoolean() ? "" : "  NOT RUNNING"));
        }
    }
}
