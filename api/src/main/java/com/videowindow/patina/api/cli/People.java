package com.videowindow.patina.api.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** Sends people with their events: one person's batches in order, several people {@link SideBySide side by side}. */
final class People implements AutoCloseable {

    static final String ADDRESS = "/api/v1/imports/people";

    private static final int EVENTS_PER_REQUEST = 500;

    private final AtomicLong sent = new AtomicLong();
    private final Http http;
    private final AskedPolicies policies;
    private final Tally tally;
    private final Progress progress;
    private final SideBySide senders;

    People(Http http, AskedPolicies policies, Tally tally, Progress progress, int inFlight) {
        this.http = http;
        this.policies = policies;
        this.tally = tally;
        this.progress = progress;
        this.senders = new SideBySide(inFlight);
    }

    void send(Ratings.Person person) throws InterruptedException {
        senders.send(() -> batches(person));
    }

    private void batches(Ratings.Person person) {
        List<ObjectNode> events = person.events();
        for (int from = 0; from < events.size() && !senders.hasFailed(); from += EVENTS_PER_REQUEST) {
            List<ObjectNode> part = events.subList(from, Math.min(events.size(), from + EVENTS_PER_REQUEST));
            for (ObjectNode request : policies.requests(person.userId(), part)) {
                count(http.post(ADDRESS, request));
            }
            progress.reach(sent.addAndGet(part.size()));
        }
    }

    private void count(JsonNode answer) {
        for (JsonNode result : answer.path("results")) {
            switch (result.path("status").asText()) {
                case "stored" -> tally.stored("ratings", 1);
                case "duplicate" -> tally.known("ratings", 1);
                default -> tally.refused("rating", result.path("messageId").asText(), result.path("problem"));
            }
        }
    }

    @Override
    public void close() {
        senders.close();
    }
}
