package com.videowindow.patina.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.videowindow.patina.api.security.Role;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** The model of a node, trained from its own log by its own training. */
record ModelOfNode(ChildServer server) {
    private static final String MODELS = "/api/v1/models";
    private static final Duration PATIENCE = Duration.ofHours(6);

    /** One factorization of so many factors, of all content. */
    static Map<String, String> settings(int factors, int items) {
        Map<String, String> environment = new HashMap<>();
        environment.put("PATINA_MODELS_TRAINING_ITEMS", String.valueOf(items));
        Map.of(
                        "FACTORS", String.valueOf(factors),
                        "UNLIKED", "0.5",
                        "PENALTY", "0.3",
                        "POWER", "0.5",
                        "HEED", "0.5",
                        "ROUNDS", "3",
                        "SEED", "1")
                .forEach((name, value) -> environment.put("PATINA_MODELS_TRAINING_FACTORIZATIONS_0_" + name, value));
        return environment;
    }

    void begin() throws IOException, InterruptedException {
        server.as(Role.ENGINEER, "bench").post(MODELS + "/trainings", Api.JSON.createObjectNode());
    }

    boolean isTraining() throws IOException, InterruptedException {
        return all().has("training");
    }

    /** Trains one and puts it in force, whatever is thought of how it foretells what was drawn by chance. */
    Duration train() throws IOException, InterruptedException {
        long began = System.nanoTime();
        begin();
        while (all().path("items").isEmpty() || isTraining()) {
            if (System.nanoTime() - began > PATIENCE.toNanos()) {
                throw new IOException("no model was trained in " + PATIENCE);
            }
            Thread.sleep(500);
        }
        Duration took = Duration.ofNanos(System.nanoTime() - began);
        JsonNode newest = all().path("items").path(0);
        if (!newest.path("state").asText().equalsIgnoreCase("in_force")) {
            server.as(Role.ENGINEER, "bench")
                    .post(MODELS + "/" + newest.path("id").asText() + "/promotion", Api.JSON.createObjectNode());
        }
        while (!isServing()) {
            Thread.sleep(100);
        }
        return took;
    }

    boolean isServing() throws IOException, InterruptedException {
        return all().has("serving");
    }

    long bytes() throws IOException, InterruptedException {
        return all().path("items").path(0).path("bytes").asLong();
    }

    private JsonNode all() throws IOException, InterruptedException {
        return server.as(Role.ENGINEER, "bench").get(MODELS);
    }
}
