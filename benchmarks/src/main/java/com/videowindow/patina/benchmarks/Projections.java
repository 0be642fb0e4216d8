package com.videowindow.patina.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.videowindow.patina.api.security.Role;
import java.io.IOException;
import java.net.http.HttpTimeoutException;
import java.time.Duration;

/** Waits for read models. */
final class Projections {

    private Projections() {}

    /** Returns how long it took until every projection was at the head of the log. */
    static Duration awaitCaughtUp(ChildServer server, Duration patience) throws IOException, InterruptedException {
        Api engineer = server.as(Role.ENGINEER, "bench");
        long began = System.nanoTime();
        while (!answersThatItIs(engineer)) {
            if (System.nanoTime() - began > patience.toNanos()) {
                throw new IOException("Projections did not catch up in " + patience + ": "
                        + engineer.get("/api/v1/operations/projections"));
            }
            Thread.sleep(100);
        }
        return Duration.ofNanos(System.nanoTime() - began);
    }

    /** One that has much to catch up with may be too busy to answer. */
    private static boolean answersThatItIs(Api engineer) throws IOException, InterruptedException {
        try {
            return caughtUp(engineer.get("/api/v1/operations/projections"));
        } catch (HttpTimeoutException busy) {
            return false;
        }
    }

    private static boolean caughtUp(JsonNode projections) {
        for (JsonNode each : projections) {
            if (each.path("lagEvents").asLong(1) > 0 || !each.path("running").asBoolean()) {
                return false;
            }
        }
        return !projections.isEmpty();
    }
}
