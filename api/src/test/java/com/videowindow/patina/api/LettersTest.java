package com.videowindow.patina.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import com.videowindow.patina.api.Calls.Answer;
import com.videowindow.patina.embedded.SharedElasticsearch;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Events that a read model cannot take in, by API and by command: Elasticsearch refuses comments for a while. */
class LettersTest {
    private static final String LETTERS = "/api/v1/operations/dead-letters";
    private static final String FEEDBACK = LETTERS + "/feedback/";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Calls engineer = Node.engineer();

    @BeforeEach
    void refuseComments() {
        CraftCatalogue.publish();
        await().atMost(PATIENCE).until(() -> commentsMayBeAnything(false));
    }

    @AfterEach
    void takeThemAgain() throws Exception {
        assertThat(commentsMayBeAnything(true)).isTrue();
        assertThat(retryAll().path("failed").asInt()).isZero();
    }

    /** As if the index had been laid out wrongly: a comment would have to be a number. */
    private static boolean commentsMayBeAnything(boolean now) throws Exception {
        String layout = """
                {"properties":{"body":{"properties":{"text":{"type":"integer","ignore_malformed":%s}}}}}
                """.formatted(now);
        URI mapping = SharedElasticsearch.uri().resolve("/feedback/_mapping");
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(mapping)
                    .header("Content-Type", "application/json")
                    .PUT(BodyPublishers.ofString(layout))
                    .build();
            return client.send(request, BodyHandlers.discarding()).statusCode() == 200;
        }
    }

    /** The keys of as many comments of somebody new, each of which waits alone. */
    private List<String> comments(int number) {
        Calls anna = Node.person("anna-" + UUID.randomUUID()).consenting();
        List<String> keys = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            Answer given = anna.post(
                    "/api/v1/user/feedback", "{\"contentId\":\"joint-1\",\"type\":\"comment\",\"text\":\"so fine\"}");
            assertThat(given.status()).isEqualTo(201);
            keys.add(Long.toString(given.position()));
        }
        await().atMost(PATIENCE).until(() -> keys.stream()
                .allMatch(key -> engineer.get(FEEDBACK + key).status() == 200));
        return keys;
    }

    private JsonNode retryAll() {
        return engineer.post(LETTERS + "/retry", "{\"projection\":\"feedback\"}")
                .json();
    }

    @Test
    void are_listed_page_by_page_with_where_and_why_and_not_what_they_say() {
        List<String> keys = comments(3);

        Answer first = engineer.get(LETTERS + "?projection=feedback&limit=2");
        JsonNode next = engineer.get(LETTERS + "?projection=feedback&limit=2&cursor="
                        + first.json().path("next").asText())
                .json();
        List<String> listed = new ArrayList<>(first.json().findValuesAsText("sequence"));
        listed.addAll(next.findValuesAsText("sequence"));
        assertThat(listed).containsExactlyInAnyOrderElementsOf(keys);
        assertThat(next.path("next").isMissingNode() || next.path("next").isNull())
                .isTrue();

        JsonNode one = engineer.get(FEEDBACK + keys.getFirst()).json();
        assertThat(one.path("letters").asInt()).isEqualTo(1);
        assertThat(one.at("/waiting/0/position").asText()).isEqualTo(keys.getFirst());
        assertThat(one.at("/first/cause").asText()).endsWith("DocumentRefused");
        assertThat(one.toString()).doesNotContain("so fine");
        assertThat(status().path("deadLetters").asInt()).isEqualTo(3);
        assertThat(status().path("running").asBoolean()).isTrue();
    }

    private JsonNode status() {
        for (JsonNode each : engineer.get("/api/v1/operations/projections").json()) {
            if (each.path("name").asText().equals("feedback")) {
                return each;
            }
        }
        throw new AssertionError("feedback is not there");
    }

    @Test
    void are_tried_again_one_by_one_or_all_at_once() throws Exception {
        List<String> keys = comments(3);

        JsonNode again =
                engineer.post(FEEDBACK + keys.getFirst() + "/retry", "{}").json();
        assertThat(again.path("failed").asInt()).isEqualTo(1);
        commentsMayBeAnything(true);
        Answer mended = engineer.post(FEEDBACK + keys.getFirst() + "/retry", "{}");
        assertThat(mended.json().path("mended").asInt()).isEqualTo(1);
        assertThat(engineer.get(FEEDBACK + keys.getFirst()).problem()).isEqualTo("not-found");

        String rest = "{\"projection\":\"feedback\",\"from\":\"%s\"}"
                .formatted(keys.stream().skip(1).max(String::compareTo).orElseThrow());
        assertThat(engineer.post(LETTERS + "/retry", rest).json().path("mended").asInt())
                .isEqualTo(1);
        JsonNode all = retryAll();
        assertThat(all.path("mended").asInt()).isEqualTo(1);
        assertThat(all.path("remaining").asInt()).isZero();
        assertThat(engineer.get(LETTERS + "?projection=feedback").json().path("items"))
                .isEmpty();
    }

    @Test
    void are_tried_by_one_at_a_time() {
        String key = comments(1).getFirst();
        MongoCollection<Document> letters =
                Node.context().getBean(MongoDatabase.class).getCollection("letters");
        Bson held = Filters.eq("_id", "feedback/" + key);

        letters.updateOne(held, Updates.set("claimedUntil", Long.MAX_VALUE));
        Answer second = engineer.post(FEEDBACK + key + "/retry", "{}");
        letters.updateOne(held, Updates.set("claimedUntil", 0L));

        assertThat(second.status()).isEqualTo(409);
        assertThat(second.problem()).isEqualTo("busy");
        assertThat(engineer.post(FEEDBACK + key + "/retry", "{}").status()).isEqualTo(200);
        assertThat(engineer.post(FEEDBACK + "0/retry", "{}").status()).isEqualTo(404);
    }

    @Test
    void are_left_out_for_a_reason_that_stays() {
        String key = comments(1).getFirst();

        Answer evicted =
                engineer.post(FEEDBACK + key + "/evict", "{\"position\":%s,\"reason\":\"a test\"}".formatted(key));
        assertThat(evicted.status()).isEqualTo(200);
        assertThat(engineer.get(FEEDBACK + key).problem()).isEqualTo("not-found");
        JsonNode newest =
                engineer.get("/api/v1/operations/evictions?limit=1").json().path(0);
        assertThat(newest).isEqualTo(evicted.json());
        assertThat(newest.path("reason").asText()).isEqualTo("a test");
        assertThat(UUID.fromString(newest.path("by").asText())).isNotNull();
        assertThat(newest.at("/positions/0").asText()).isEqualTo(key);
        assertThat(Node.person("anna").get("/api/v1/operations/evictions").problem())
                .isEqualTo("forbidden");
    }

    @Test
    void are_dealt_with_from_the_command_line() throws Exception {
        List<String> keys = comments(2);
        String one = keys.getFirst();

        assertThat(letters("list", "--projection", "feedback").out().lines())
                .hasSize(2)
                .anyMatch(line -> line.contains(one) && line.contains("1 waiting"));
        assertThat(letters("show", "feedback", one).out()).contains(one).doesNotContain("so fine");
        Said failed = letters("retry", "feedback", "--json");
        assertThat(failed.status()).isEqualTo(1);
        assertThat(JSON.readTree(failed.out()).path("failed").asInt()).isEqualTo(2);
        assertThat(failed.err()).contains("retry feedback: 2 of 2");
        Said evicted = letters("evict", "feedback", one, "--position", one, "--reason", "a test");
        assertThat(evicted.out()).startsWith("1 events left out");
        commentsMayBeAnything(true);
        Said mended = letters("retry", "feedback");
        assertThat(mended.status()).isZero();
        assertThat(mended.out()).startsWith("1 keys mended, 0 failed again");
    }

    private static Said letters(String... words) throws Exception {
        return Said.by(Node.home(), "letters", words);
    }
}
