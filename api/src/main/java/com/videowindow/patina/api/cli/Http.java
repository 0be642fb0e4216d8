package com.videowindow.patina.api.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

/** A caller of the API with one token. It waits and repeats when the server says that it is only busy. */
final class Http {

    static final ObjectMapper JSON = new ObjectMapper();

    private static final int NOT_FOUND = 404;
    private static final int OUTDATED = 412;
    private static final Duration USUAL = Duration.ofSeconds(60);
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Set<Integer> TRANSIENT = Set.of(429, 503);
    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    private final URI server;
    private final String token;

    Http(URI server, String token) {
        this.server = server;
        this.token = token;
    }

    JsonNode get(String path) {
        return send(request(path).GET().build());
    }

    /** An answer that is text. */
    String text(String path) {
        return text(path, USUAL);
    }

    /** The same, of something that takes its time. */
    String text(String path, Duration atMost) {
        return answer(request(path)
                .timeout(atMost)
                .setHeader("Accept", "text/plain, application/problem+json")
                .GET()
                .build());
    }

    JsonNode put(String path, Object body) {
        return send(request(path).PUT(BodyPublishers.ofString(json(body))).build());
    }

    JsonNode post(String path, Object body) {
        return send(request(path).POST(BodyPublishers.ofString(json(body))).build());
    }

    /** The same, of something that takes its time. */
    JsonNode post(String path, Object body, Duration atMost) {
        return send(request(path)
                .timeout(atMost)
                .POST(BodyPublishers.ofString(json(body)))
                .build());
    }

    /** Says it unless something was said before. */
    void putIfNew(String path, Object body) {
        try {
            send(request(path)
                    .header("If-Match", "\"0\"")
                    .PUT(BodyPublishers.ofString(json(body)))
                    .build());
        } catch (HttpRefused before) {
            if (before.status() != OUTDATED) {
                throw before;
            }
        }
    }

    boolean knows(String path) {
        try {
            get(path);
            return true;
        } catch (HttpRefused none) {
            if (none.status() == NOT_FOUND) {
                return false;
            }
            throw none;
        }
    }

    /** Sends one JSON object per line. */
    JsonNode postLines(String path, Iterable<?> objects) {
        StringBuilder lines = new StringBuilder();
        objects.forEach(each -> lines.append(json(each)).append('\n'));
        return send(request(path)
                .setHeader("Content-Type", "application/x-ndjson")
                .POST(BodyPublishers.ofString(lines.toString()))
                .build());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(server.resolve(path))
                .timeout(USUAL)
                .header("Authorization", "Bearer " + token)
                .header("Accept", "application/json")
                .header("Content-Type", "application/json");
    }

    private static JsonNode send(HttpRequest request) {
        String body = answer(request);
        try {
            return body.isBlank() ? JSON.createObjectNode() : JSON.readTree(body);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String answer(HttpRequest request) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        try {
            while (true) {
                HttpResponse<String> response = CLIENT.send(request, BodyHandlers.ofString());
                if (response.statusCode() / 100 == 2) {
                    return response.body();
                }
                if (!TRANSIENT.contains(response.statusCode()) || System.nanoTime() > deadline) {
                    String what = request.method() + " " + request.uri().getPath();
                    throw new HttpRefused(what, response.statusCode(), response.body());
                }
                Thread.sleep(retryAfter(response));
            }
        } catch (IOException lost) {
            throw new UncheckedIOException(lost);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new IOException("interrupted", stopped));
        }
    }

    private static Duration retryAfter(HttpResponse<?> response) {
        return Duration.ofSeconds(
                response.headers().firstValueAsLong("Retry-After").orElse(1));
    }

    private static String json(Object body) {
        try {
            return JSON.writeValueAsString(body);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** A JSON object from names and values. */
    static JsonNode object(Map<String, ?> fields) {
        return JSON.valueToTree(fields);
    }
}
