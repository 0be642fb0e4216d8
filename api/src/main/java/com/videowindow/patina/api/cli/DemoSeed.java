package com.videowindow.patina.api.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.videowindow.patina.api.security.Role;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** A small craft catalogue and a few people, told to the server through its public commands. */
record DemoSeed(List<JsonNode> policies, List<JsonNode> content, List<JsonNode> products, List<JsonNode> people) {

    private static final String POLICY = "1";
    private static final Set<String> ALLOWED = Set.of("personalization", "training");

    static DemoSeed load() throws IOException {
        return new DemoSeed(
                lines("policies.ndjson"), lines("content.ndjson"), lines("products.ndjson"), lines("people.ndjson"));
    }

    /** Sows what is not there yet, once for each home; answers a position past what was sown. */
    String sow(Server server) throws IOException {
        Path note = server.home().folder().resolve("demo").resolve("sown");
        Http engineer = server.as(Role.ENGINEER, "demo");
        JsonNode log = engineer.get("/api/v1/operations/log");
        if (Files.exists(note) && log.path("events").asLong() > 0) {
            return log.path("position").asText();
        }
        server.awaitMemory();
        String newest = sowAll(server);
        Files.writeString(note, newest);
        return newest;
    }

    private String sowAll(Server server) throws IOException {
        Http officer = server.as(Role.COMPLIANCE, "officer");
        for (JsonNode policy : policies) {
            String purpose = policy.path("purpose").asText();
            officer.put("/api/v1/compliance/policies/" + purpose + "/" + POLICY, policy.path("asked"));
        }
        Http editor = server.as(Role.PRODUCT, "editor");
        refuseRefusals(editor.postLines("/api/v1/catalog/import", absent(editor, "content", content)));
        refuseRefusals(editor.postLines("/api/v1/catalog/import", absent(editor, "products", products)));
        Map<String, JsonNode> byId = new LinkedHashMap<>();
        content.forEach(each -> byId.put(each.path("id").asText(), each));
        Instant began = began(server.home());
        String newest = "0";
        for (JsonNode story : people) {
            newest = tell(server, new DemoPerson(story, byId), began);
        }
        return newest;
    }

    /** What somebody has changed meanwhile stays as they want it. */
    private static List<JsonNode> absent(Http editor, String kind, List<JsonNode> things) {
        return things.stream()
                .filter(each -> !editor.knows(
                        "/api/v1/catalog/" + kind + "/" + each.path("id").asText()))
                .toList();
    }

    private static String tell(Server server, DemoPerson person, Instant began) {
        Http http = server.as(Role.SUBJECT, person.userId());
        for (JsonNode asked : http.get("/api/v1/user/policies").path("policies")) {
            String purpose = asked.path("purpose").asText();
            if (ALLOWED.contains(purpose)) {
                JsonNode yes = Http.object(Map.of(
                        "granted",
                        true,
                        "policyVersion",
                        asked.path("policyVersion"),
                        "textHash",
                        asked.path("textHash")));
                http.put("/api/v1/user/consents/" + purpose, yes);
            }
        }
        if (person.story().has("languages")) {
            http.putIfNew("/api/v1/user/profile/preferences", Http.object(Map.of("languages", person.languages())));
        }
        JsonNode answer = http.post("/api/v1/events/batch", person.events(began));
        answer.path("results").forEach(result -> {
            if (!result.has("position")) {
                throw new IllegalStateException("The server refused an event of the demo: " + result);
            }
        });
        return answer.path("position").asText();
    }

    private static void refuseRefusals(JsonNode report) {
        if (!report.path("refused").isEmpty()) {
            throw new IllegalStateException("The server refused content of the demo: " + report.path("refused"));
        }
    }

    /** The day of this home's first demo: times must be the same at every start for messages to be the same. */
    private static Instant began(Home home) throws IOException {
        Path note = home.folder().resolve("demo").resolve("began");
        if (Files.notExists(note)) {
            Files.createDirectories(home.folder().resolve("demo"));
            Files.writeString(
                    note, Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
        }
        return Instant.parse(Files.readString(note).strip());
    }

    private static List<JsonNode> lines(String file) throws IOException {
        List<JsonNode> found = new ArrayList<>();
        try (InputStream in = Objects.requireNonNull(DemoSeed.class.getResourceAsStream("/demo/" + file))) {
            for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList()) {
                found.add(Http.JSON.readTree(line));
            }
        }
        return found;
    }
}
