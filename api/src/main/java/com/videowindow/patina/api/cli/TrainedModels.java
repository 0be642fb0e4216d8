package com.videowindow.patina.api.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.videowindow.patina.api.security.Role;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Trained models: what they are, and what is done about them. */
@Command(
        name = "models",
        description = {
            "Trains models that recommend, and says which is in force.",
            "A model is named by the SHA-256 of its bytes; the beginning of it is enough."
        },
        mixinStandardHelpOptions = true,
        subcommands = {ModelsDataset.class, ModelsValue.class},
        sortOptions = false)
final class TrainedModels implements Runnable {
    static final String MODELS = "/api/v1/models";
    private static final long POLL_MILLIS = 300;
    private static final int SHORT = 16;
    private static final int STEPS = 4;
    private static final Duration LONG = Duration.ofHours(2);

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it in before anything runs
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Say what to do; the first is: list");
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }

    /** Something that an engineer asks of a server. */
    interface Question {
        int ask(Http http) throws IOException, InterruptedException;
    }

    static int asked(Question question) throws IOException, InterruptedException {
        try (Server server = Server.of(Home.ofEnvironment())) {
            server.awaitMemory();
            return question.ask(server.as(Role.ENGINEER, "command-line"));
        }
    }

    private int print(JsonNode answer, boolean json, String line) {
        out().println(json ? answer : line);
        return 0;
    }

    @Command(name = "list", description = "All models, the newest first.", mixinStandardHelpOptions = true)
    int list(@Option(names = "--json", description = "Print it as one line of JSON.") boolean json)
            throws IOException, InterruptedException {
        return asked(http -> {
            JsonNode all = http.get(MODELS);
            if (json) {
                return print(all, true, "");
            }
            all.path("items").forEach(model -> out().println(line(model)));
            if (all.hasNonNull("training")) {
                out().printf(
                                "a training is %s%n",
                                all.path("training").path("stage").asText());
            }
            return 0;
        });
    }

    private static String line(JsonNode model) {
        return "%s  %-11s ndcg@10=%s  %,d people  %,d likes  %,d items  up to %d"
                .formatted(
                        model.path("id").asText().substring(0, SHORT),
                        model.path("state").asText(),
                        gain(model.path("measured")),
                        model.path("lineage").path("people").asInt(),
                        model.path("lineage").path("likes").asLong(),
                        model.path("lineage").path("items").asInt(),
                        model.path("lineage").path("upTo").asLong());
    }

    private static String gain(JsonNode measured) {
        return measured.hasNonNull("ndcg")
                ? "%.4f".formatted(measured.path("ndcg").asDouble())
                : "-";
    }

    @Command(
            name = "train",
            description =
                    "Trains one from the log and stays until it is over; exit status 1 when none is put in force.",
            mixinStandardHelpOptions = true)
    int train(@Option(names = "--json", description = "Print the outcome as one line of JSON.") boolean json)
            throws IOException, InterruptedException {
        return asked(http -> {
            JsonNode asked = http.post(MODELS + "/trainings", Map.of());
            String id = asked.path("training").path("id").asText();
            JsonNode all = http.get(MODELS + "?after=" + asked.path("position").asLong());
            try (Progress progress = Progress.of("training", STEPS)) {
                while (all.path("training").path("id").asText().equals(id)) {
                    progress.reach(steps(all.path("training").path("stage").asText()));
                    Thread.sleep(POLL_MILLIS);
                    all = http.get(MODELS);
                }
                progress.reach(STEPS);
            }
            return outcome(all.path("last"), all.path("inForce").asText(""), json);
        });
    }

    private int outcome(JsonNode last, String inForce, boolean json) {
        String model = last.path("model").asText("");
        boolean promoted = !model.isEmpty() && model.equals(inForce);
        if (json) {
            out().println(last);
        } else if (promoted) {
            out().println("In force: " + model);
        } else if (last.hasNonNull("failed")) {
            out().println("Came to nothing: " + last.path("failed").asText());
        } else {
            out().printf("Not put in force: %s breaks %s%n", model, last.path("broken"));
        }
        return promoted ? 0 : 1;
    }

    /** How many steps of a training are done. */
    private static int steps(String stage) {
        return switch (stage) {
            case "training" -> 1;
            case "evaluating" -> 2;
            case "shadowing" -> 3;
            default -> 0;
        };
    }

    @Command(
            name = "evaluate",
            description = "How well a model foretold what people like; the one in force when none is named.",
            mixinStandardHelpOptions = true)
    int evaluate(
            @Parameters(paramLabel = "ID", arity = "0..1", description = "The model.") @Nullable String id,
            @Option(names = "--json", description = "Print it as one line of JSON.") boolean json)
            throws IOException, InterruptedException {
        return asked(http -> {
            JsonNode model = http.get(MODELS + "/" + named(http, id));
            if (!model.hasNonNull("measured")) {
                throw new IOException("it was not measured");
            }
            JsonNode measured = model.path("measured");
            return print(
                    measured,
                    json,
                    "ndcg@10=%.4f recall@10=%.4f coverage=%.3f light=%.4f heavy=%.4f p99=%d µs, of %,d people; beside it ndcg@10=%s"
                            .formatted(
                                    measured.path("ndcg").asDouble(),
                                    measured.path("recall").asDouble(),
                                    measured.path("coverage").asDouble(),
                                    measured.path("light").asDouble(),
                                    measured.path("heavy").asDouble(),
                                    measured.path("micros").asLong(),
                                    measured.path("people").asInt(),
                                    gain(model.path("beside"))));
        });
    }

    @Command(name = "promote", description = "Puts a model in force.", mixinStandardHelpOptions = true)
    int promote(
            @Parameters(paramLabel = "ID", description = "The model.") String id,
            @Option(names = "--json", description = "Print it as one line of JSON.") boolean json)
            throws IOException, InterruptedException {
        return asked(http -> {
            JsonNode decided = http.post(MODELS + "/" + named(http, id) + "/promotion", Map.of());
            return print(
                    decided,
                    json,
                    "In force: " + decided.path("model").path("id").asText());
        });
    }

    @Command(
            name = "rollback",
            description = "Takes a model out of force, for the one before it; the one in force when none is named.",
            mixinStandardHelpOptions = true)
    int rollback(
            @Parameters(paramLabel = "ID", arity = "0..1", description = "The model.") @Nullable String id,
            @Option(names = "--json", description = "Print it as one line of JSON.") boolean json)
            throws IOException, InterruptedException {
        return asked(http -> {
            JsonNode decided = http.post(MODELS + "/" + named(http, id) + "/rollback", Map.of());
            String now = http.get(MODELS + "?after=" + decided.path("position").asLong())
                    .path("inForce")
                    .asText("none");
            return print(decided, json, "In force: " + now);
        });
    }

    @Command(name = "lineage", description = "What a model was trained from.", mixinStandardHelpOptions = true)
    int lineage(
            @Parameters(paramLabel = "ID", description = "The model.") String id,
            @Option(names = "--json", description = "Print it as one line of JSON.") boolean json)
            throws IOException, InterruptedException {
        return asked(http -> {
            JsonNode model = http.get(MODELS + "/" + named(http, id) + "/lineage");
            JsonNode lineage = model.path("lineage");
            return print(
                    model,
                    json,
                    "%s was trained from the log up to %d: %,d people, %,d likes of %,d items; without %,d who were erased and %,d others; %s"
                            .formatted(
                                    model.path("id").asText(),
                                    lineage.path("upTo").asLong(),
                                    lineage.path("people").asInt(),
                                    lineage.path("likes").asLong(),
                                    lineage.path("items").asInt(),
                                    lineage.path("erased").asInt(),
                                    lineage.path("excluded").asInt(),
                                    lineage.path("settings")));
        });
    }

    @Command(name = "diff", description = "What two models differ in.", mixinStandardHelpOptions = true)
    int diff(
            @Parameters(paramLabel = "ID", description = "The first.") String id,
            @Parameters(paramLabel = "OTHER", description = "The second.") String other)
            throws IOException, InterruptedException {
        return asked(http -> {
            out().println(http.get(MODELS + "/" + named(http, id) + "/diff/" + named(http, other)));
            return 0;
        });
    }

    @Command(
            name = "rederive",
            description = "Trains a model from the log again and compares the bytes; exit status 1 when they differ.",
            mixinStandardHelpOptions = true)
    int rederive(
            @Parameters(paramLabel = "ID", description = "The model.") String id,
            @Option(names = "--json", description = "Print it as one line of JSON.") boolean json)
            throws IOException, InterruptedException {
        return asked(http -> {
            JsonNode found = http.post(MODELS + "/" + named(http, id) + "/rederivation", Map.of(), LONG);
            if (json) {
                out().println(found);
            } else {
                out().printf(
                                "stored   %s%nderived  %s%n%s%n",
                                found.path("id").asText(), found.path("derived").asText(), verdict(found));
            }
            return found.path("equal").asBoolean() ? 0 : 1;
        });
    }

    private static String verdict(JsonNode found) {
        if (found.path("equal").asBoolean()) {
            return "equal: it follows from the log";
        }
        return found.hasNonNull("leftSince")
                ? "differs, as it has to: somebody whom it may have learned from was erased on "
                        + found.path("leftSince").asText()
                : "differs: these are not the bytes that the log teaches";
    }

    /** By its beginning, or the one in force. */
    static String named(Http http, @Nullable String id) throws IOException {
        JsonNode all = http.get(MODELS);
        if (id == null) {
            if (!all.hasNonNull("inForce")) {
                throw new IOException("no model is in force");
            }
            return all.path("inForce").asText();
        }
        Set<String> found = new HashSet<>();
        all.path("items").forEach(model -> {
            if (model.path("id").asText().startsWith(id)) {
                found.add(model.path("id").asText());
            }
        });
        if (found.size() != 1) {
            throw new IOException(found.isEmpty() ? "there is no such model" : "more than one model begins like that");
        }
        return found.iterator().next();
    }
}
