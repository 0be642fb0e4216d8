package com.videowindow.patina.benchmarks;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * What an acknowledgement is worth: writers write, the server is killed with SIGKILL, started again and asked. Every
 * message, acknowledged or not, is then sent again: an acknowledged one must be known at its old position, and after
 * that the log must count exactly as many events as there are messages, so nothing is lost and nothing stands twice. In
 * the end the whole chain is verified.
 */
@Command(
        name = "kill",
        description = {
            "Whether anything acknowledged is lost, or stored twice, under kill -9.",
            "Kills a server under concurrent writers at random moments and starts it again, over and over, sends every "
                    + "message again and counts the log; the projections must catch up alone."
        },
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class Kill implements Callable<Integer> {

    @Option(names = "--rounds", defaultValue = "20", description = "Kills (default: ${DEFAULT-VALUE}).")
    private int rounds;

    @Option(names = "--writers", defaultValue = "32", description = "Concurrent writers (default: ${DEFAULT-VALUE}).")
    private int writers;

    @Option(names = "--seed", description = "Of the moments; by default the time, and printed.")
    private @Nullable Long chosenSeed;

    @Option(
            names = "--without-elasticsearch",
            description = "Only the log: no Elasticsearch is started and projections are not waited for.")
    private boolean logOnly;

    @Option(names = "--home", paramLabel = "DIR", description = "Keep the data here; by default it is deleted.")
    private @Nullable Path home;

    @Override
    public Integer call() throws IOException, InterruptedException {
        long seed = chosenSeed != null ? chosenSeed : System.currentTimeMillis();
        Random random = new Random(seed);
        Map<String, String> environment = logOnly ? Map.of("PATINA_ELASTICSEARCH_URI", "http://127.0.0.1:9") : Map.of();
        try (Scratch scratch = Scratch.of(home);
                ChildServer server = new ChildServer(scratch.folder(), environment)) {
            start(server);
            Writers all = Writers.prepared(server, writers);
            for (int round = 1; round <= rounds; round++) {
                int millis = 300 + random.nextInt(3_000);
                all.writeUntilKilled(millis);
                Duration start = start(server);
                all.sendEverythingAgain();
                System.out.printf("round %d: killed after %d ms, up again in %d ms, ", round, millis, start.toMillis());
                System.out.println(outcome(server, all));
            }
            server.run(List.of("log", "verify"));
            System.out.println(figures(seed, all));
            return all.lost() + all.duplicated() == 0 ? 0 : 1;
        }
    }

    private String outcome(ChildServer server, Writers all) throws IOException, InterruptedException {
        String caughtUp = logOnly
                ? "-"
                : Projections.awaitCaughtUp(server, Duration.ofMinutes(3)).toMillis() + " ms";
        return "acknowledged %d, in doubt %d, lost %d, twice %d, projections after %s"
                .formatted(all.acknowledged(), all.inDoubt(), all.lost(), all.duplicated(), caughtUp);
    }

    private Duration start(ChildServer server) throws IOException, InterruptedException {
        return server.start(logOnly ? "/actuator/health/liveness" : "/actuator/health");
    }

    private ObjectNode figures(long seed, Writers all) throws IOException, InterruptedException {
        ObjectNode figures = Api.JSON.createObjectNode();
        figures.put("benchmark", "kill").put("rounds", rounds).put("writers", writers);
        figures.put("acknowledged", all.acknowledged()).put("inDoubt", all.inDoubt());
        figures.put("lost", all.lost()).put("duplicated", all.duplicated()).put("seed", seed);
        return figures.set("machine", Machine.json());
    }
}
