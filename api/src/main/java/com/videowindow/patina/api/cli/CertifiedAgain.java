package com.videowindow.patina.api.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.videowindow.patina.api.security.Role;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.StreamSupport;

/**
 * Erasures that a node did again by itself, of whom a log from before still knew, with certificates of their own.
 *
 * @param people how many are certified, of {@code wanted}
 * @param parts how many are, of {@code wantedParts}
 */
record CertifiedAgain(long people, long wanted, long parts, long wantedParts) {
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final Duration PAUSE = Duration.ofSeconds(2);
    private static final List<String> OUTSIDE =
            List.of("PATINA_ERASURE_PARTIES", "PATINA_OPENDSR", "PATINA_ELASTICSEARCH_URI");

    /** A drill is no erasure: nobody outside hears of it, and no read models but its own are touched. */
    static void demandNobodyToTell() throws IOException {
        for (String name : System.getenv().keySet()) {
            if (OUTSIDE.stream().anyMatch(name::startsWith)) {
                throw new IOException("--certify starts a node of its own; say it without " + name);
            }
        }
    }

    static CertifiedAgain in(Home home, long wanted, long wantedParts) {
        System.err.println("Starting a node on what was put back …");
        try (Server server = Server.started(
                home,
                "--patina.home=" + home.folder(),
                "--server.port=0",
                "--server.address=127.0.0.1",
                "--logging.level.root=warn")) {
            Http officer = server.as(Role.COMPLIANCE, "drill");
            long until = System.nanoTime() + PATIENCE.toNanos();
            CertifiedAgain now = look(officer, wanted, wantedParts);
            try (Progress progress = Progress.of("erase again", wanted + wantedParts)) {
                while (!now.all()
                        && System.nanoTime() < until
                        && !Thread.currentThread().isInterrupted()) {
                    LockSupport.parkNanos(PAUSE.toNanos());
                    now = look(officer, wanted, wantedParts);
                    progress.reach(now.people + now.parts);
                }
            }
            return now;
        }
    }

    private static CertifiedAgain look(Http officer, long wanted, long wantedParts) {
        return new CertifiedAgain(
                completed(officer, "/api/v1/compliance/erasures?limit=200"),
                wanted,
                completed(officer, "/api/v1/compliance/erasures/parts?limit=200"),
                wantedParts);
    }

    private static long completed(Http officer, String path) {
        long count = 0;
        String cursor = "";
        do {
            JsonNode page = officer.get(path + cursor);
            count += StreamSupport.stream(page.path("items").spliterator(), false)
                    .filter(CertifiedAgain::isAgain)
                    .count();
            cursor = page.hasNonNull("next") ? "&cursor=" + page.path("next").asText() : "";
        } while (!cursor.isEmpty());
        return count;
    }

    private static boolean isAgain(JsonNode erasure) {
        return erasure.path("requestedBy").asText().equals("engine")
                && erasure.path("state").asText().equals("completed");
    }

    boolean all() {
        return people >= wanted && parts >= wantedParts;
    }

    String inWords() {
        return "node     erased and certified again %,d of %,d people and %,d of %,d parts"
                .formatted(people, wanted, parts, wantedParts);
    }
}
