package com.videowindow.patina.api;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.videowindow.patina.api.Calls.Answer;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Stream;

/** A line of {@code bad-requests.txt}: a request that must not be taken, and the problem it must get. */
record BadRequest(
        String name, String who, String request, String body, int status, String problem, String field, String header) {

    static final String ANNA = "anna-whose-requests-are-bad";
    private static final String GOOD_EVENT =
            "{\"messageId\":\"bad-1\",\"contentId\":\"joint-1\",\"kind\":\"view\",\"at\":\"2026-11-20T18:00:00Z\"}";
    private static final ObjectMapper JSON = new ObjectMapper();

    static Stream<BadRequest> all() throws IOException {
        try (InputStream in = Objects.requireNonNull(BadRequest.class.getResourceAsStream("/bad-requests.txt"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines().filter(line -> !line.startsWith("#")).map(BadRequest::of).toList().stream();
        }
    }

    private static BadRequest of(String line) {
        String[] column =
                Arrays.stream(line.split("\\|", -1)).map(String::strip).toArray(String[]::new);
        return new BadRequest(
                column[0],
                column[1],
                column[2],
                column[3],
                Integer.parseInt(column[4]),
                column[5],
                column[6],
                column[7]);
    }

    Answer send() throws IOException {
        Calls caller = BadCallers.named(who);
        if (request.equals("EVENT")) {
            return caller.post("/api/v1/events", changed());
        }
        String[] parts = request.split(" ", -1);
        return caller.send(parts[0], parts[1], body.isEmpty() ? null : body, headers());
    }

    private String changed() throws IOException {
        ObjectNode event = (ObjectNode) JSON.readTree(GOOD_EVENT);
        event.setAll((ObjectNode) JSON.readTree("{" + body + "}"));
        return event.toString();
    }

    private String[] headers() {
        String[] given = header.isEmpty() ? new String[0] : header.split(": ", -1);
        if (body.isEmpty() || header.startsWith("Content-Type")) {
            return given;
        }
        return Stream.concat(Stream.of("Content-Type", "application/json"), Arrays.stream(given))
                .toArray(String[]::new);
    }

    @Override
    public String toString() {
        return name;
    }
}
