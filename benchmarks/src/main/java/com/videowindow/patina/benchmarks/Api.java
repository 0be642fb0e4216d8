package com.videowindow.patina.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** One client of the server, with its token. */
record Api(URI server, String token) {

    static final ObjectMapper JSON = new ObjectMapper();

    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();

    JsonNode get(String path) throws IOException, InterruptedException {
        return read(send(request(path).GET().build()));
    }

    JsonNode post(String path, JsonNode body) throws IOException, InterruptedException {
        return read(send(
                request(path).POST(BodyPublishers.ofString(body.toString())).build()));
    }

    JsonNode put(String path, JsonNode body) throws IOException, InterruptedException {
        return read(
                send(request(path).PUT(BodyPublishers.ofString(body.toString())).build()));
    }

    /** 0 when nobody answers. */
    int status(String path) throws InterruptedException {
        try {
            return send(request(path).GET().build()).statusCode();
        } catch (IOException away) {
            return 0;
        }
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(server.resolve(path))
                .timeout(Duration.ofSeconds(30))
                .header("Content-Type", "application/json");
        return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
    }

    private static HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
        return CLIENT.send(request, BodyHandlers.ofString());
    }

    private static JsonNode read(HttpResponse<String> response) throws IOException {
        if (response.statusCode() / 100 != 2) {
            throw new IOException(response.request().uri().getPath() + " was answered with " + response.statusCode()
                    + " " + why(response.body()));
        }
        return JSON.readTree(response.body());
    }

    /** The problem's stable name, without what differs from answer to answer, so that equal failures count as one. */
    private static String why(String body) {
        try {
            String type = JSON.readTree(body).path("type").asText();
            return type.substring(type.lastIndexOf('/') + 1);
        } catch (IOException noJson) {
            return "and no problem document";
        }
    }
}
