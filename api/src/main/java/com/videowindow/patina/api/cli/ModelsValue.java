package com.videowindow.patina.api.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What a model would have been worth, from what was served. */
@Command(
        name = "value",
        description = {
            "Estimates likes for each place that a model would have had, from lists that were served and what came of them.",
            "Of people who allow figures about how the product is used; exit status 1 when too little is known to claim anything."
        },
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class ModelsValue implements Callable<Integer> {

    @Parameters(paramLabel = "ID", arity = "0..1", description = "The model; the one in force when none is named.")
    private @Nullable String id;

    @Option(names = "--days", defaultValue = "28", description = "Lists since then (default: ${DEFAULT-VALUE}).")
    private int days;

    @Option(
            names = "--hours",
            defaultValue = "24",
            description = "After a list in which something may come of it (default: ${DEFAULT-VALUE}).")
    private int hours;

    @Option(names = "--json", description = "Print it as one line of JSON.")
    private boolean json;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it in before anything runs
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        return TrainedModels.asked(http -> {
            JsonNode value = http.get(TrainedModels.MODELS + "/" + TrainedModels.named(http, id) + "/value?days=" + days
                    + "&window=PT" + hours + "H");
            PrintWriter out = spec.commandLine().getOut();
            String verdict = value.path("verdict").asText();
            if (json) {
                out.println(value);
            } else {
                out.printf(
                        Locale.ROOT,
                        "served %.4f likes for each of %,d places in %,d lists of %,d people; %.0f of them tell of this model%n",
                        value.path("served").asDouble(),
                        value.path("places").asInt(),
                        value.path("lists").asInt(),
                        value.path("people").asInt(),
                        value.path("effective").asDouble());
                out.println(line("inverse propensities", value.path("ips")));
                out.println(line("self-normalised", value.path("snips")));
                out.println(line("doubly robust", value.path("doublyRobust")));
                out.println(said(verdict));
            }
            return verdict.equals("too_little") ? 1 : 0;
        });
    }

    private static String line(String name, JsonNode interval) {
        return interval.isObject()
                ? String.format(
                        Locale.ROOT,
                        "%-20s  %.4f (%.4f to %.4f)",
                        name,
                        interval.path("value").asDouble(),
                        interval.path("low").asDouble(),
                        interval.path("high").asDouble())
                : name + ": cannot be told";
    }

    private static String said(String verdict) {
        return switch (verdict) {
            case "better" -> "better than what was served";
            case "worse" -> "worse than what was served";
            case "no_difference" -> "no difference that could be told from chance";
            default -> "too little is known of lists like this model's: nothing is claimed";
        };
    }
}
