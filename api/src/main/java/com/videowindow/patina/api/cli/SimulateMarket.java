package com.videowindow.patina.api.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.videowindow.patina.learning.simulation.Market;
import com.videowindow.patina.learning.simulation.Scenario;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * A world becomes what its clients would say, by the public commands. All of it names itself, so that the log knows what it has,
 * and the same command goes on where it stopped.
 */
@Command(
        name = "market",
        description = {
            "Invents a craft market and tells a running server of it.",
            "People with tastes, skills that grow, tools and budgets watch videos of creators, rate, search, follow, buy, "
                    + "come late, stay away, and allow or refuse the use of their data. The same seed is the same "
                    + "world, in every name, time and deed, on every machine; more people or days only show more of it. "
                    + "Times are the world's own, in the past. The command may be stopped and run again: everything "
                    + "is stored exactly once."
        },
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class SimulateMarket implements Callable<Integer> {
    private static final int MOST_AT_ONCE = 64;

    @Option(names = "--people", defaultValue = "500", paramLabel = "N", description = "Default: ${DEFAULT-VALUE}.")
    private int people;

    @Option(names = "--days", defaultValue = "90", paramLabel = "D", description = "Default: ${DEFAULT-VALUE}.")
    private int days;

    @Option(names = "--seed", defaultValue = "1", paramLabel = "S", description = "Default: ${DEFAULT-VALUE}.")
    private long seed;

    @Option(
            names = "--start",
            paramLabel = "DAY",
            description = "The first day, such as 2025-09-01, which is the default; the last must be over.")
    private LocalDate start = Scenario.USUAL_START;

    @Option(names = "--drift-day", paramLabel = "D", description = "A day, from 0, on which tastes change.")
    private @Nullable Integer driftDay;

    @Option(
            names = "--drift-share",
            defaultValue = "1",
            paramLabel = "P",
            description = "Share of people whose taste changes then (default: ${DEFAULT-VALUE}).")
    private double driftShare;

    @Option(
            names = "--bots",
            defaultValue = "0",
            paramLabel = "B",
            description = "Accounts that push one video within an hour (default: none).")
    private int bots;

    @Option(
            names = "--burst-day",
            paramLabel = "D",
            description = "A day, from 0, on which they do (default: half-way).")
    private @Nullable Integer burstDay;

    @Option(
            names = "--in-flight",
            defaultValue = "8",
            paramLabel = "N",
            description = "People sent at the same time, 1 to 64 (default: ${DEFAULT-VALUE}).")
    private int inFlight;

    @Option(names = "--json", description = "Print the closing report as one line of JSON.")
    private boolean json;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it in before anything runs
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Scenario scenario = scenario();
        Home home = Home.ofEnvironment();
        Server server = new Server(
                home.server()
                        .orElseThrow(() -> new IllegalStateException("no server runs on " + home.folder()
                                + "; start one by ./patina serve, or name its folder by PATINA_HOME")),
                home,
                null);
        Market market = Market.of(scenario);
        Tally tally = new Tally();
        tally.stored("deeds", 0);
        tally.known("deeds", 0);
        long began = System.nanoTime();
        new MarketTold(market, server, tally).tell(inFlight);
        report(market, tally, (System.nanoTime() - began) / 1e9);
        return tally.clean() ? 0 : 1;
    }

    private Scenario scenario() {
        if (inFlight < 1 || inFlight > MOST_AT_ONCE) {
            throw new ParameterException(spec.commandLine(), "--in-flight must be 1 to 64, not " + inFlight);
        }
        try {
            Scenario.Drift drift = driftDay == null ? null : new Scenario.Drift(driftDay, driftShare);
            Scenario.Burst burst = bots == 0 ? null : new Scenario.Burst(burstDay == null ? days / 2 : burstDay, bots);
            Scenario scenario = new Scenario(people, days, seed, start, drift, burst);
            if (!start.plusDays(days + 1).isBefore(LocalDate.now(ZoneOffset.UTC))) {
                throw new ParameterException(
                        spec.commandLine(),
                        "the world would not be over yet; name an earlier --start, or fewer --days");
            }
            return scenario;
        } catch (IllegalArgumentException outside) {
            throw new ParameterException(spec.commandLine(), String.valueOf(outside.getMessage()));
        }
    }

    private void report(Market market, Tally tally, double seconds) {
        PrintWriter out = spec.commandLine().getOut();
        double rate = tally.of("deeds") / seconds;
        String pushed = market.target().map(work -> work.content().id().value()).orElse(null);
        if (json) {
            ObjectNode all = tally.json().put("world", market.name()).put("people", market.residents());
            out.println(all.put("pushed", pushed).put("seconds", seconds).put("deedsPerSecond", rate));
            return;
        }
        out.printf("world %s: %,d people, named %1$s-p0 and so on%n", market.name(), market.residents());
        if (pushed != null) {
            out.printf("pushed by bots: %s%n", pushed);
        }
        tally.print(out);
        out.printf("%.1f s, %,.0f deeds a second%n", seconds, rate);
    }
}
