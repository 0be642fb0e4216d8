package com.videowindow.patina.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.videowindow.patina.api.Calls.Answer;
import com.videowindow.patina.api.security.Role;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A client that is not sure sends again, and nothing happens twice. */
class RepeatedRequestsTest {

    private final Calls anna = Node.person("anna-" + UUID.randomUUID()).consenting();

    @BeforeAll
    static void catalogue() {
        CraftCatalogue.publish();
    }

    @Test
    void an_event_sent_again_is_answered_with_the_place_it_has() {
        String view = CraftCatalogue.view("m-1", "joint-1");
        Answer first = anna.post("/api/v1/events", view);
        Answer again = anna.post("/api/v1/events", view);

        assertThat(first.status()).isEqualTo(201);
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.json().path("status").asText()).isEqualTo("duplicate");
        assertThat(again.position()).isEqualTo(first.position());
    }

    @Test
    void a_batch_stores_its_good_events_once_and_says_what_is_wrong_with_the_others() {
        String one = CraftCatalogue.view("b-1", "joint-1");
        String two = CraftCatalogue.view("b-2", "joint-2");
        String unknown = CraftCatalogue.view("b-3", "nothing");
        JsonNode first = batch(one, unknown, "{\"messageId\":\"b-4\"}", two, one);

        assertThat(statuses(first)).containsExactly("stored", "refused", "refused", "stored", "duplicate");
        JsonNode refused = first.path("results").path(1).path("problem");
        assertThat(refused.path("type").asText()).endsWith("/unknown-content");
        assertThat(refused.path("errors").path(0).path("field").asText()).isEqualTo("events[1].contentId");
        assertThat(first.path("results").path(4).path("position"))
                .isEqualTo(first.path("results").path(0).path("position"));

        JsonNode turned = batch(two, one);
        assertThat(statuses(turned)).containsExactly("duplicate", "duplicate");
        assertThat(turned.path("results").path(1).path("position"))
                .isEqualTo(first.path("results").path(0).path("position"));
    }

    private static List<String> statuses(JsonNode report) {
        return StreamSupport.stream(report.path("results").spliterator(), false)
                .map(result -> result.path("status").asText())
                .toList();
    }

    @Test
    void a_hole_in_a_batch_costs_only_itself() {
        JsonNode answer = batch(CraftCatalogue.view("hole-1", "joint-1"), "null", "7");

        assertThat(statuses(answer)).containsExactly("stored", "refused", "refused");
    }

    private JsonNode batch(String... events) {
        return anna.post("/api/v1/events/batch", "{\"events\":[" + String.join(",", events) + "]}")
                .json();
    }

    @Test
    void feedback_under_the_same_key_is_given_once() {
        String like = "{\"contentId\":\"joint-1\",\"type\":\"like\"}";
        Answer first = anna.post("/api/v1/user/feedback", like, "Idempotency-Key", "k-1");
        Answer again = anna.post("/api/v1/user/feedback", like, "Idempotency-Key", "k-1");
        Answer other = anna.post("/api/v1/user/feedback", like, "Idempotency-Key", "k-2");

        assertThat(first.status()).isEqualTo(201);
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.position()).isEqualTo(first.position());
        assertThat(other.position()).isGreaterThan(first.position());
    }

    @Test
    void a_key_that_stands_for_something_else_is_refused() {
        String rating = "{\"contentId\":\"joint-1\",\"type\":\"rating\",\"value\":%s}";
        Answer first = anna.post("/api/v1/user/feedback", rating.formatted("4.5"), "Idempotency-Key", "once");
        Answer other = anna.post("/api/v1/user/feedback", rating.formatted("2"), "Idempotency-Key", "once");

        assertThat(first.status()).isEqualTo(201);
        assertThat(other.status()).isEqualTo(422);
        assertThat(other.problem()).isEqualTo("idempotency-key-reused");
        Answer same = anna.post("/api/v1/user/feedback", rating.formatted("4.50"), "Idempotency-Key", "once");
        assertThat(same.status()).isEqualTo(200);
        assertThat(same.position()).isEqualTo(first.position());
    }

    @Test
    void a_visitor_under_the_same_key_is_the_same_visitor() {
        Calls nobody = new Calls(Node.address(), null);
        String key = UUID.randomUUID().toString();
        assertThat(device(nobody.post("/api/v1/visitors", "", "Idempotency-Key", key)))
                .isEqualTo(device(nobody.post("/api/v1/visitors", "", "Idempotency-Key", key)));
        assertThat(nobody.post("/api/v1/visitors", "", "Idempotency-Key", "guess")
                        .status())
                .isEqualTo(400);
    }

    private static String device(Answer welcome) {
        String claims = welcome.json().path("token").asText().split("\\.", -1)[1];
        String json =
                new String(java.util.Base64.getUrlDecoder().decode(claims), java.nio.charset.StandardCharsets.UTF_8);
        return json.replaceAll(".*\"sub\":\"([^\"]+)\".*", "$1");
    }

    @Test
    void the_same_content_again_changes_nothing() {
        String line =
                "{\"id\":\"once\",\"title\":\"t\",\"creator\":\"m\",\"category\":\"c\",\"publishedAt\":\"2026-05-04T09:00:00Z\"}\n";
        JsonNode report = importLines(
                line + line + "{\"id\":\"bad\",\"title\":\"t\"}\nnonsense\n" + line.replace("\"t\"", "\" \""));

        assertThat(report.path("created").asInt()).isEqualTo(1);
        assertThat(report.path("unchanged").asInt()).isEqualTo(1);
        assertThat(report.path("refused").findValuesAsText("line")).containsExactlyInAnyOrder("3", "4", "5");
        assertThat(report.path("refused").findValuesAsText("field")).contains("title");
        assertThat(importLines(line).path("unchanged").asInt()).isEqualTo(1);
    }

    @Test
    void lines_that_are_no_objects_are_refused_for_that() {
        JsonNode report = importLines("[1]\n\"x\"\n3\nnull\n");
        assertThat(report.path("refused").findValuesAsText("line")).containsExactly("1", "2", "3", "4");
        assertThat(report.path("refused").findValuesAsText("detail"))
                .hasSize(4)
                .containsOnly("A line must be one JSON object.");
    }

    @Test
    void content_may_be_without_a_category() {
        String line = "{\"id\":\"plain\",\"title\":\"t\",\"creator\":\"m\",\"publishedAt\":\"2026-05-04T09:00:00Z\"}\n";
        assertThat(importLines(line).path("created").asInt()).isOne();
        assertThat(Node.editor().get("/api/v1/catalog/content/plain").json().has("category"))
                .isFalse();
    }

    @Test
    void a_key_that_stands_for_another_replay_is_refused() {
        Calls engineer = Node.engineer();
        String replays = "/api/v1/operations/replays";
        assertThat(engineer.post(replays, "{\"projection\":\"catalog\"}", "Idempotency-Key", "monday")
                        .status())
                .isEqualTo(202);
        assertThat(engineer.post(replays, "{\"projection\":\"trails\"}", "Idempotency-Key", "monday")
                        .problem())
                .isEqualTo("idempotency-key-reused");
    }

    @Test
    void a_replay_that_is_complete_is_not_resumed() {
        Calls engineer = Node.engineer();
        String replays = "/api/v1/operations/replays/";
        String id = engineer.post("/api/v1/operations/replays", "{\"projection\":\"feedback\"}")
                .json()
                .path("id")
                .asText();
        await().atMost(Duration.ofSeconds(30))
                .until(() ->
                        engineer.get(replays + id).json().path("state").asText().equals("completed"));
        Calls.Answer again = engineer.post(replays + id + "/resume", "");
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.problem()).isEqualTo("not-resumable");
    }

    private static JsonNode importLines(String lines) {
        return Node.editor()
                .send("POST", "/api/v1/catalog/import", lines, "Content-Type", "application/x-ndjson")
                .json();
    }

    @Test
    void people_taken_over_again_stay_as_they_are() {
        String person = """
                {"source":"elsewhere","userId":"%s","policyVersion":"import-1","consents":["personalization"],
                 "events":[{"messageId":"r-1","contentId":"joint-1","kind":"rate","at":"1999-11-20T18:00:00Z",
                            "engagement":{"rating":4}}]}
                """.formatted(UUID.randomUUID());
        Calls importer = Node.as(Role.SERVICE, "importer");

        JsonNode first = importer.post("/api/v1/imports/people", person).json();
        JsonNode again = importer.post("/api/v1/imports/people", person).json();
        assertThat(first.at("/results/0/status").asText()).isEqualTo("stored");
        assertThat(again.at("/results/0/status").asText()).isEqualTo("duplicate");
    }
}
