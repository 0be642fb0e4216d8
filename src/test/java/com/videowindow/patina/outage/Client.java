package com.videowindow.patina.outage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.videowindow.patina.api.security.LocalTokens;
import com.videowindow.patina.api.security.Role;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** Somebody who goes on using the product while a store is away. */
record Client(URI server, Map<Role, String> tokens) {
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final ObjectMapper JSON = new ObjectMapper();

    static Client of(URI server, Path home) {
        LocalTokens tokens = LocalTokens.of(home);
        Duration hour = Duration.ofHours(1);
        return new Client(
                server,
                Map.of(
                        Role.SUBJECT, tokens.issue(Role.SUBJECT, "anna", hour),
                        Role.PRODUCT, tokens.issue(Role.PRODUCT, "editor", hour),
                        Role.ENGINEER, tokens.issue(Role.ENGINEER, "engineer", hour)));
    }

    record Answer(int status, String retryAfter, JsonNode json) {}

    Answer likes(String content, String message) {
        return put("POST", "/api/v1/events", Role.SUBJECT, """
                {"messageId": "%s", "contentId": "%s", "kind": "like", "at": "%s"}""".formatted(message, content, Instant.now()));
    }

    Answer allows(String purpose) {
        return put(
                "PUT",
                "/api/v1/user/consents/" + purpose,
                Role.SUBJECT,
                "{\"granted\": true, \"policyVersion\": \"1\"}");
    }

    Answer publishes(String id, String technique) {
        return put("PUT", "/api/v1/catalog/content/" + id, Role.PRODUCT, """
                {"title": "%s", "creator": "mara", "category": "woodworking", "techniques": ["%s"],
                 "publishedAt": "2026-05-04T09:00:00Z"}""".formatted(id, technique));
    }

    Answer recommendations() {
        return send(request("/api/v1/user/recommendations?limit=5", Role.SUBJECT)
                .GET()
                .build());
    }

    Answer profile() {
        return send(request("/api/v1/user/profile", Role.SUBJECT).GET().build());
    }

    long interactionsInTheLog() {
        return send(request("/api/v1/operations/log", Role.ENGINEER).GET().build())
                .json()
                .path("types")
                .path("InteractionRecorded")
                .asLong();
    }

    private Answer put(String method, String path, Role role, String body) {
        return send(request(path, role)
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(body))
                .build());
    }

    private HttpRequest.Builder request(String path, Role role) {
        return HttpRequest.newBuilder(server.resolve(path))
                .timeout(Duration.ofSeconds(15))
                .header("Authorization", "Bearer " + tokens.get(role));
    }

    private static Answer send(HttpRequest request) {
        try {
            HttpResponse<byte[]> response = HTTP.send(request, BodyHandlers.ofByteArray());
            return new Answer(
                    response.statusCode(),
                    response.headers().firstValue("Retry-After").orElse(""),
                    JSON.readTree(response.body()));
        } catch (IOException e) {
            throw new AssertionError(request.uri().getPath() + " got no answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
