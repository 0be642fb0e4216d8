package com.videowindow.patina.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.videowindow.patina.api.security.Role;
import com.videowindow.patina.node.Client;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.http.HttpMethod;
import org.springframework.web.client.RestClientException;

/** Somebody who looks again and again at everything that is about them, and would notice if a part of it were away. */
final class Reader {
    private static final long PAUSE_MILLIS = 100;
    private static final int LENGTH = 20;
    private static final String LIST = "/api/v1/user/recommendations?limit=" + LENGTH;
    private static final String PROFILE = "/api/v1/user/profile";

    private final Client client;
    private final ScheduledExecutorService hand = Executors.newSingleThreadScheduledExecutor();
    private final Map<String, JsonNode> known = new LinkedHashMap<>();
    private final Queue<String> unusual = new ConcurrentLinkedQueue<>();
    private final AtomicInteger looks = new AtomicInteger();

    Reader(Client client) {
        this.client = client;
    }

    /** So that every read model has something of them. */
    void speaksUp() {
        Client.Answer liked = client.send(
                HttpMethod.POST,
                "/api/v1/user/feedback",
                Role.SUBJECT,
                "{\"contentId\": \"ml-1\", \"type\": \"like\"}");
        assertThat(liked.status()).isEqualTo(201);
        Client.Answer ordered =
                client.send(HttpMethod.POST, "/api/v1/events", Role.SUBJECT, """
                {"messageId": "order", "kind": "purchase", "contentId": "ml-1", "at": "%s", "context": {"orderId": "o-1"}}
                """.formatted(Instant.now()));
        assertThat(ordered.status()).isEqualTo(201);
        Client.Answer stated = client.send(
                HttpMethod.PUT,
                "/api/v1/user/profile/preferences",
                Role.SUBJECT,
                "{\"interests\": [{\"facet\": \"category:drama\", \"weight\": 0.9}]}");
        assertThat(stated.status()).isEqualTo(200);
        await().until(() -> client.get(LIST, Role.SUBJECT).personal());
    }

    void begin() {
        String list = client.get(LIST, Role.SUBJECT).json().path("id").asText();
        for (String path : new String[] {
            LIST,
            PROFILE,
            "/api/v1/user/interactions?limit=200",
            "/api/v1/user/feedback",
            "/api/v1/user/consents",
            "/api/v1/user/recommendations/" + list + "/explanation",
            "/api/v1/catalog/taxonomy"
        }) {
            Client.Answer answer = client.get(path, Role.SUBJECT);
            assertThat(answer.status()).as(path).isEqualTo(200);
            known.put(path, lasting(path, answer.json()));
        }
        var unused = hand.scheduleWithFixedDelay(this::look, 0, PAUSE_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void look() {
        known.forEach((path, before) -> {
            try {
                Client.Answer answer = client.get(path, Role.SUBJECT);
                looks.incrementAndGet();
                JsonNode now = lasting(path, answer.json());
                if (answer.status() != 200 || !now.equals(before)) {
                    unusual.add(path + " answered " + answer.status() + " " + now + " instead of " + before);
                }
            } catch (RestClientException noAnswer) {
                unusual.add(noAnswer.toString());
            }
        });
    }

    /** What of an answer stays the same while nothing is stored about this person: not what is drawn or decays. */
    private static JsonNode lasting(String path, JsonNode answer) {
        ObjectNode lasting = JsonNodeFactory.instance.objectNode();
        return switch (path) {
            case LIST -> lasting.put("items", answer.path("items").size()).put("personal", !answer.has("fallback"));
            case PROFILE -> {
                lasting.set("interactions", answer.path("interactions"));
                lasting.set("preferences", answer.path("preferences"));
                answer.path("interests")
                        .forEach(interest -> lasting.set(interest.path("facet").asText(), interest.path("evidence")));
                yield lasting;
            }
            default -> answer;
        };
    }

    void end() {
        hand.close();
    }

    void sawNothingUnusual() {
        assertThat(unusual).isEmpty();
        assertThat(looks).hasValueGreaterThan(100);
    }
}
