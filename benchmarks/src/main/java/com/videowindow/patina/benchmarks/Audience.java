package com.videowindow.patina.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.videowindow.patina.api.security.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The imported people with their tokens, and what each may be asked to do; who comes when depends on the seed only. */
record Audience(List<Api> people, Api stranger, List<String> films, long seed, String run) {

    static Audience of(ChildServer server, Path set, long seed) throws IOException {
        List<Api> people = new ArrayList<>();
        for (String user : firstColumn(set.resolve("ratings.csv"))) {
            people.add(server.as(Role.SUBJECT, "ml-" + user));
        }
        List<String> films = new ArrayList<>();
        firstColumn(set.resolve("movies.csv")).forEach(id -> films.add("ml-" + id));
        String run = Long.toString(System.currentTimeMillis(), 36);
        return new Audience(people, server.as(Role.SUBJECT, "stranger"), films, seed, run);
    }

    private static Set<String> firstColumn(Path csv) throws IOException {
        Set<String> values = new TreeSet<>();
        try (Stream<String> lines = Files.lines(csv)) {
            lines.skip(1).forEach(line -> values.add(line.substring(0, line.indexOf(','))));
        }
        return values;
    }

    void askForList(int number, OpenLoop.Timing timing) throws IOException, InterruptedException {
        ask(person(number), "/api/v1/user/recommendations?limit=10");
    }

    void askForContentList(int number, OpenLoop.Timing timing) throws IOException, InterruptedException {
        ask(person(number), "/api/v1/user/recommendations?limit=10&algorithm=content");
    }

    void askAsStranger(int number, OpenLoop.Timing timing) throws IOException, InterruptedException {
        ask(stranger, "/api/v1/user/recommendations?limit=10");
    }

    void askForLife(int number, OpenLoop.Timing timing) throws IOException, InterruptedException {
        stranger.get("/actuator/health/liveness");
    }

    /** Done when a list answers that has seen what was just done. */
    void interactAndSee(int number, OpenLoop.Timing timing) throws IOException, InterruptedException {
        Api person = person(number);
        long position =
                person.post("/api/v1/events", view(number, "")).path("position").asLong();
        timing.milestone("stored");
        JsonNode list = ask(person, "/api/v1/user/recommendations?limit=10&after=" + position);
        while (list.path("stale").asBoolean() || list.path("position").asLong() < position) {
            timing.milestone("asked again");
            list = ask(person, "/api/v1/user/recommendations?limit=10&after=" + position);
        }
    }

    /** Some views of one person, of many who come in beside whoever asks; all of them are to be stored. */
    void interact(int number, int views) throws IOException, InterruptedException {
        ObjectNode batch = Api.JSON.createObjectNode();
        ArrayNode events = batch.putArray("events");
        for (int i = 0; i < views; i++) {
            events.add(view(number * views + i, "beside-"));
        }
        for (JsonNode result :
                person(number).post("/api/v1/events/batch", batch).path("results")) {
            if (result.path("status").asText().equals("refused")) {
                throw new IOException("an event was refused: "
                        + result.path("problem").path("type").asText());
            }
        }
    }

    private ObjectNode view(int number, String kind) {
        ObjectNode view = Api.JSON.createObjectNode();
        view.put("messageId", "bench-" + kind + run + "-" + number).put("kind", "view");
        view.put("contentId", films.get(random(number, 7).nextInt(films.size())));
        view.put("at", Instant.now().toString());
        view.putObject("engagement").put("completion", 0.9);
        return view;
    }

    private static JsonNode ask(Api person, String path) throws IOException, InterruptedException {
        JsonNode list = person.get(path);
        if (list.path("items").isEmpty() || list.path("degraded").asBoolean()) {
            throw new IOException("an empty or degraded list");
        }
        return list;
    }

    /** Whether a list comes that rests on all there is; right after a start it may not yet. */
    boolean isServed() throws InterruptedException {
        try {
            askForList(0, milestone -> {});
            return true;
        } catch (IOException notYet) {
            return false;
        }
    }

    private Api person(int number) {
        return people.get(random(number, 3).nextInt(people.size()));
    }

    private Random random(int number, int purpose) {
        return new Random(seed * 1_000_003 + number * 31L + purpose);
    }
}
