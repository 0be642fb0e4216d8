package com.videowindow.patina.api.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Sends people with their events: one person's batches in order, several people at once, never more than agreed. The
 * first failure ends the sending, since whatever is missing then is sent by the next run.
 */
final class People implements AutoCloseable {

    static final String ADDRESS = "/api/v1/imports/people";

    private static final int EVENTS_PER_REQUEST = 500;

    private final ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor();
    private final AtomicReference<@Nullable RuntimeException> failure = new AtomicReference<>();
    private final AtomicLong sent = new AtomicLong();
    private final Http http;
    private final AskedPolicies policies;
    private final Tally tally;
    private final Progress progress;
    private final Semaphore slots;

    People(Http http, AskedPolicies policies, Tally tally, Progress progress, int inFlight) {
        this.http = http;
        this.policies = policies;
        this.tally = tally;
        this.progress = progress;
        this.slots = new Semaphore(inFlight);
    }

    void send(Ratings.Person person) throws InterruptedException {
        throwIfFailed();
        slots.acquire();
        senders.execute(() -> {
            try {
                batches(person);
            } catch (RuntimeException failed) {
                failure.compareAndSet(null, failed);
            } finally {
                slots.release();
            }
        });
    }

    private void batches(Ratings.Person person) {
        List<ObjectNode> events = person.events();
        for (int from = 0; from < events.size() && failure.get() == null; from += EVENTS_PER_REQUEST) {
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

    private void throwIfFailed() {
        RuntimeException failed = failure.get();
        if (failed != null) {
            throw failed;
        }
    }

    @Override
    public void close() {
        senders.close();
        throwIfFailed();
    }
}
