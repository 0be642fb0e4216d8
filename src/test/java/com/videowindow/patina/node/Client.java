package com.videowindow.patina.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.videowindow.patina.api.security.LocalTokens;
import com.videowindow.patina.api.security.Role;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.RestClient;

/** Somebody who uses the product, whatever happens to it; they can speak as its editor and its engineer too. */
public record Client(RestClient server, String name, Map<Role, String> tokens) {
    private static final String REPLAYS = "/api/v1/operations/replays";

    static Client of(URI server, Path home, String name) {
        return of(server, home, name, Duration.ofSeconds(15));
    }

    static Client of(URI server, Path home, String name, Duration patience) {
        LocalTokens tokens = LocalTokens.of(home);
        Duration hour = Duration.ofHours(1);
        var wire = new JdkClientHttpRequestFactory();
        wire.setReadTimeout(patience);
        return new Client(
                RestClient.builder().baseUrl(server).requestFactory(wire).build(),
                name,
                Map.of(
                        Role.SUBJECT, tokens.issue(Role.SUBJECT, name, hour),
                        Role.COMPLIANCE, tokens.issue(Role.COMPLIANCE, "officer", hour),
                        Role.PRODUCT, tokens.issue(Role.PRODUCT, "editor", hour),
                        Role.ENGINEER, tokens.issue(Role.ENGINEER, "engineer", hour),
                        Role.SERVICE, tokens.issue(Role.SERVICE, "importer", hour)));
    }

    /** What came back, and after how long. */
    public record Answer(int status, String retryAfter, JsonNode json, Duration took) {
        public boolean degraded() {
            return json.path("degraded").asBoolean();
        }

        public boolean personal() {
            return status == 200 && !json.has("fallback");
        }
    }

    public Answer likes(String content, String message) {
        return send(HttpMethod.POST, "/api/v1/events", Role.SUBJECT, """
                {"messageId": "%s", "contentId": "%s", "kind": "like", "at": "%s"}""".formatted(message, content, Instant.now()));
    }

    public Answer allows(String purpose) {
        return send(
                HttpMethod.PUT,
                "/api/v1/user/consents/" + purpose,
                Role.SUBJECT,
                "{\"granted\": true, \"policyVersion\": \"1\"}");
    }

    public Answer publishes(String id, String technique) {
        return send(HttpMethod.PUT, "/api/v1/catalog/content/" + id, Role.PRODUCT, """
                {"title": "%s", "creator": "mara", "category": "woodworking", "techniques": ["%s"],
                 "publishedAt": "2026-05-04T09:00:00Z"}""".formatted(id, technique));
    }

    public Answer recommendations() {
        return get("/api/v1/user/recommendations?limit=5", Role.SUBJECT);
    }

    public Answer profile() {
        return get("/api/v1/user/profile", Role.SUBJECT);
    }

    /** How many events of this type the log has. */
    public long inTheLog(String type) {
        return get("/api/v1/operations/log", Role.ENGINEER)
                .json()
                .path("types")
                .path(type)
                .asLong();
    }

    /** Where the log ends. */
    public long head() {
        return get("/api/v1/operations/log", Role.ENGINEER)
                .json()
                .path("position")
                .asLong();
    }

    /** Whether every projection has seen all of the log. */
    public boolean everythingIsProjected() {
        long head = head();
        for (JsonNode projection : projections()) {
            if (projection.path("position").asLong() < head) {
                return false;
            }
        }
        return true;
    }

    /** Whether one of them has seen the log up to there. */
    public boolean isProjected(String name, long position) {
        for (JsonNode projection : projections()) {
            if (projection.path("name").asText().equals(name)) {
                return projection.path("position").asLong() >= position;
            }
        }
        return false;
    }

    private JsonNode projections() {
        return get("/api/v1/operations/projections", Role.ENGINEER).json();
    }

    /** Rebuilds a read model from the log, as an engineer, and waits for it. */
    public void rebuilds(String readModel) {
        Answer started = send(HttpMethod.POST, REPLAYS, Role.ENGINEER, "{\"projection\": \"%s\"}".formatted(readModel));
        assertThat(started.status()).isEqualTo(202);
        String replay = REPLAYS + "/" + started.json().path("id").asText();
        await().atMost(Duration.ofMinutes(4)).untilAsserted(() -> {
            JsonNode now = get(replay, Role.ENGINEER).json();
            assertThat(now.path("state").asText()).as(now.toString()).isEqualTo("completed");
        });
    }

    public Answer get(String path, Role role) {
        return answer(request(HttpMethod.GET, path, role));
    }

    /** What is no JSON, as it is. */
    public byte[] file(String path, Role role) {
        return Objects.requireNonNull(
                request(HttpMethod.GET, path, role).retrieve().body(byte[].class));
    }

    public Answer send(HttpMethod method, String path, Role role, String body) {
        return send(method, path, role, body, Map.of());
    }

    public Answer send(HttpMethod method, String path, Role role, String body, Map<String, String> headers) {
        return answer(request(method, path, role)
                .headers(all -> headers.forEach(all::set))
                .contentType(MediaType.APPLICATION_JSON)
                .body(body));
    }

    private RestClient.RequestBodySpec request(HttpMethod method, String path, Role role) {
        return server.method(method).uri(path).headers(all -> all.setBearerAuth(String.valueOf(tokens.get(role))));
    }

    /** An error is an answer like another. */
    private static Answer answer(RestClient.RequestHeadersSpec<?> request) {
        long sent = System.nanoTime();
        ResponseEntity<JsonNode> response = request.retrieve()
                .onStatus(status -> true, (asked, answered) -> {})
                .toEntity(JsonNode.class);
        return new Answer(
                response.getStatusCode().value(),
                Objects.requireNonNullElse(response.getHeaders().getFirst("Retry-After"), ""),
                Objects.requireNonNull(response.getBody()),
                Duration.ofNanos(System.nanoTime() - sent));
    }
}
