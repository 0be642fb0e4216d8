package com.videowindow.patina.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.videowindow.patina.api.security.Role;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/** People who interact as fast as they are answered, and remember every answer. */
final class Writers {

    private static final String CONTENT = "kill-target";
    private static final int AGAIN_AT_ONCE = 200;
    private static final long IN_DOUBT = -1;
    private static final long PAUSE_NANOS = 10_000_000;

    /** What one person sent since the last start, and the answered positions, {@link #IN_DOUBT} while there is none. */
    private record Writer(
            Api api, String name, Map<String, Long> answers, Map<String, ObjectNode> messages, AtomicLong sent) {}

    private final ChildServer server;
    private final List<Writer> writers = new ArrayList<>();
    private long acknowledged;
    private long inDoubt;
    private long forgotten;

    private Writers(ChildServer server) {
        this.server = server;
    }

    static Writers prepared(ChildServer server, int count) throws IOException, InterruptedException {
        Writers all = new Writers(server);
        ObjectNode content = Api.JSON.createObjectNode();
        content.put("title", "What everybody watches").put("creator", "bench").put("category", "none");
        content.put("publishedAt", "2026-01-01T00:00:00Z");
        server.as(Role.PRODUCT, "bench").put("/api/v1/catalog/content/" + CONTENT, content);
        ObjectNode yes = Api.JSON.createObjectNode().put("granted", true).put("policyVersion", "1");
        for (int i = 0; i < count; i++) {
            Api api = server.as(Role.SUBJECT, "writer-" + i);
            api.put("/api/v1/user/consents/personalization", yes);
            all.writers.add(
                    new Writer(api, "w" + i, new ConcurrentHashMap<>(), new ConcurrentHashMap<>(), new AtomicLong()));
        }
        return all;
    }

    void writeUntilKilled(int millis) throws InterruptedException {
        AtomicBoolean stop = new AtomicBoolean();
        try (ExecutorService pool = Executors.newVirtualThreadPerTaskExecutor()) {
            writers.forEach(writer -> pool.execute(() -> write(writer, stop)));
            TimeUnit.MILLISECONDS.sleep(millis);
            server.killHard();
            stop.set(true);
        }
    }

    private static void write(Writer writer, AtomicBoolean stop) {
        boolean alone = true;
        while (!stop.get()) {
            List<ObjectNode> some = fresh(writer, alone ? 1 : 20);
            try {
                for (JsonNode result : send(writer, some)) {
                    writer.answers.put(
                            result.path("messageId").asText(),
                            result.path("position").asLong(IN_DOUBT));
                }
            } catch (IOException refused) {
                LockSupport.parkNanos(PAUSE_NANOS);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                return;
            }
            alone = !alone;
        }
    }

    private static List<ObjectNode> fresh(Writer writer, int count) {
        List<ObjectNode> events = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String id = writer.name + "-" + writer.sent.incrementAndGet();
            ObjectNode event = Api.JSON.createObjectNode();
            event.put("messageId", id).put("contentId", CONTENT).put("kind", "view");
            event.put("at", Instant.now().toString());
            writer.answers.put(id, IN_DOUBT);
            writer.messages.put(id, event);
            events.add(event);
        }
        return events;
    }

    private static JsonNode send(Writer writer, List<ObjectNode> events) throws IOException, InterruptedException {
        ObjectNode batch = Api.JSON.createObjectNode();
        ArrayNode all = batch.putArray("events");
        events.forEach(all::add);
        return writer.api.post("/api/v1/events/batch", batch).path("results");
    }

    /** After it, every message ever sent must be in the log once. */
    void sendEverythingAgain() throws IOException, InterruptedException {
        for (Writer writer : writers) {
            List<ObjectNode> all = new ArrayList<>(writer.messages.values());
            for (int from = 0; from < all.size(); from += AGAIN_AT_ONCE) {
                check(writer, send(writer, all.subList(from, Math.min(all.size(), from + AGAIN_AT_ONCE))));
            }
            writer.messages.clear();
            writer.answers.clear();
        }
    }

    private void check(Writer writer, JsonNode results) {
        for (JsonNode result : results) {
            long before = writer.answers.getOrDefault(result.path("messageId").asText(), IN_DOUBT);
            if (before == IN_DOUBT) {
                inDoubt++;
                continue;
            }
            acknowledged++;
            boolean kept = result.path("status").asText().equals("duplicate")
                    && result.path("position").asLong() == before;
            forgotten += kept ? 0 : 1;
        }
    }

    long acknowledged() {
        return acknowledged;
    }

    long inDoubt() {
        return inDoubt;
    }

    /** Acknowledged but unknown after a start, or known once and missing from the count later. */
    long lost() throws IOException, InterruptedException {
        return forgotten + Math.max(0, -surplus());
    }

    long duplicated() throws IOException, InterruptedException {
        return Math.max(0, surplus());
    }

    /** Events in the log beyond the messages that were ever sent. */
    private long surplus() throws IOException, InterruptedException {
        JsonNode log = server.as(Role.ENGINEER, "bench").get("/api/v1/operations/log");
        long sent = writers.stream().mapToLong(writer -> writer.sent.get()).sum();
        return log.path("types").path("InteractionRecorded").asLong() - sent;
    }
}
