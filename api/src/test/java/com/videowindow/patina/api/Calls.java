package com.videowindow.patina.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Sends requests with one token, as a client would. */
record Calls(URI server, @Nullable String token) {

    private static final int ASKED_AGAIN = 20;
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /** What came back. */
    record Answer(HttpResponse<byte[]> response) {
        int status() {
            return response.statusCode();
        }

        JsonNode json() {
            try {
                return JSON.readTree(response.body());
            } catch (IOException e) {
                throw new AssertionError("not JSON: " + new String(response.body(), StandardCharsets.UTF_8), e);
            }
        }

        /** Whether it says of itself that it is older than what was asked for. */
        boolean isStale() {
            return header("Content-Type").contains("json")
                    && json().path("stale").asBoolean();
        }

        /** The last part of the problem's type. */
        String problem() {
            String type = json().path("type").asText();
            return type.substring(type.lastIndexOf('/') + 1);
        }

        String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        long position() {
            return json().path("position").asLong();
        }
    }

    /** Asks again while the answer is older than the {@code after} of the question: the machine may be busy. */
    Answer get(String path, String... headers) {
        Answer answer = send("GET", path, BodyPublishers.noBody(), headers);
        for (int i = 1; i < ASKED_AGAIN && path.contains("after=") && answer.isStale(); i++) {
            answer = send("GET", path, BodyPublishers.noBody(), headers);
        }
        return answer;
    }

    Answer delete(String path) {
        return send("DELETE", path, BodyPublishers.noBody());
    }

    Answer put(String path, String body, String... headers) {
        return send("PUT", path, body, json(headers));
    }

    Answer post(String path, String body, String... headers) {
        return send("POST", path, body, json(headers));
    }

    private static String[] json(String... headers) {
        String[] all = new String[headers.length + 2];
        all[0] = "Content-Type";
        all[1] = "application/json";
        System.arraycopy(headers, 0, all, 2, headers.length);
        return all;
    }

    Answer send(String method, String path, @Nullable String body, String... headers) {
        return send(method, path, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body), headers);
    }

    Answer send(String method, String path, HttpRequest.BodyPublisher body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(server.resolve(path))
                .timeout(Duration.ofSeconds(20))
                .method(method, body);
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        for (int i = 0; i < headers.length; i += 2) {
            request.setHeader(headers[i], headers[i + 1]);
        }
        try {
            return new Answer(CLIENT.send(request.build(), BodyHandlers.ofByteArray()));
        } catch (IOException e) {
            throw new AssertionError(method + " " + path + " got no answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** Whoever has not yet said so allows everything that is personal. */
    Calls consenting() {
        for (String purpose : new String[] {"personalization", "training"}) {
            Answer answer = put("/api/v1/user/consents/" + purpose, "{\"granted\": true, \"policyVersion\": \"1\"}");
            if (answer.status() != 200) {
                throw new AssertionError(answer.json().toPrettyString());
            }
        }
        return this;
    }
}
