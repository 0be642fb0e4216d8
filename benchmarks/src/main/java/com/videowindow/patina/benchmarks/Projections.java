package com.videowindow.patina.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.videowindow.patina.api.security.Role;
import java.io.IOException;
import java.time.Duration;

/** Waits for read models. */
final class Projections {

    private Projections() {}

    /** Returns how long it took until every projection was at the head of the log. */
    static Duration awaitCaughtUp(ChildServer server, Duration patience) throws IOException, InterruptedException {
        Api engineer = server.as(Role.ENGINEER, "bench");
        long began = System.nanoTime();
        while (!caughtUp(engineer.get("/api/v1/operations/projections"))) {
            if (System.nanoTime() - began > patience.toNanos()) {
                throw new IOException("Projections did not catch up in " + patience + ": "
                        + engineer.get("/api/v1/operations/projections"));
            }
            Thread.sleep(100);
        }
        return Duration.ofNanos(System.nanoTime() - began);
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
