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

/** A small craft catalogue and a few people, told to the server through its public commands. */
record DemoSeed(List<JsonNode> content, List<JsonNode> products, List<JsonNode> people) {

    static DemoSeed load() throws IOException {
        return new DemoSeed(lines("content.ndjson"), lines("products.ndjson"), lines("people.ndjson"));
    }

    /** Sows everything that is not there yet; answers the newest position of what was sown. */
    String sow(Server server) throws IOException {
        Http editor = server.as(Role.PRODUCT, "editor");
        refuseRefusals(editor.postLines("/api/v1/catalog/import", content));
        refuseRefusals(editor.postLines("/api/v1/catalog/import", products));
        Map<String, JsonNode> byId = new LinkedHashMap<>();
        content.forEach(each -> byId.put(each.path("id").asText(), each));
        Instant began = began(server.home());
        String newest = "0";
        for (JsonNode story : people) {
            newest = tell(server, new DemoPerson(story, byId), began);
        }
        return newest;
    }

    private static String tell(Server server, DemoPerson person, Instant began) {
        Http http = server.as(Role.SUBJECT, person.userId());
        for (String purpose : List.of("personalization", "training")) {
            http.put("/api/v1/user/consents/" + purpose, Http.object(Map.of("granted", true, "policyVersion", "1")));
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
