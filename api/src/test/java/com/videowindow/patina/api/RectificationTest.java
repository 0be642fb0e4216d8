package com.videowindow.patina.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.videowindow.patina.api.Calls.Answer;
import com.videowindow.patina.domain.audit.PastEvents;
import java.util.List;
import java.util.UUID;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** People say what is wrong about them, and officers answer (article 16). */
class RectificationTest {
    private static final String OWN = "/api/v1/user/rectifications";
    private static final Calls OFFICER = Node.officer();

    private final Calls anna = Node.person("anna-" + UUID.randomUUID()).consenting();

    @BeforeAll
    static void publish() {
        CraftCatalogue.publish();
    }

    private static Answer says(Calls person, long position, String statement) {
        return person.post(OWN, "{\"position\":%d,\"statement\":\"%s\"}".formatted(position, statement));
    }

    private static Answer rates(Calls person) {
        return person.post("/api/v1/user/feedback", "{\"contentId\":\"joint-1\",\"type\":\"rating\",\"value\":1}");
    }

    @Test
    void what_is_wrong_stands_beside_the_fact_until_officers_have_answered_and_after_it() {
        long rated = rates(anna).position();
        Answer said = says(anna, rated, "It was four stars.");
        assertThat(said.status()).isEqualTo(201);
        String id = said.json().path("id").asText();

        await().until(() -> OFFICER.get("/api/v1/compliance/requests/" + id)
                .json()
                .path("kind")
                .asText()
                .equals("rectification"));
        JsonNode statement =
                OFFICER.get("/api/v1/compliance/requests/" + id + "/statement").json();
        assertThat(statement.path("statement").asText()).isEqualTo("It was four stars.");
        assertThat(statement.path("position").asLong()).isEqualTo(rated);
        await().untilAsserted(() -> assertThat(
                        anna.get("/api/v1/user/lookups").json().path("items").findValuesAsText("kind"))
                .contains("requests"));

        String dossier = Offline.text(OFFICER.get("/api/v1/compliance/requests/" + id + "/dossier"));
        assertThat(dossier).contains("RequestReceived").doesNotContain("four stars");
        OFFICER.post("/api/v1/compliance/requests/" + id + "/answer", "{\"response\":\"complied\"}");
        await().untilAsserted(() -> {
            JsonNode own = anna.get(OWN + "?after=" + said.position()).json().at("/items/0");
            assertThat(own.path("position").asLong()).isEqualTo(rated);
            assertThat(own.path("statement").asText()).isEqualTo("It was four stars.");
            assertThat(own.path("state").asText()).isEqualTo("answered");
        });
    }

    @Test
    void nobody_says_anything_about_others_and_nobody_reads_what_others_said() {
        long rated = rates(anna).position();
        Calls ben = Node.person("ben-" + UUID.randomUUID()).consenting();
        assertThat(says(ben, rated, "That was me.").problem()).isEqualTo("invalid-request");
        assertThat(says(ben, 1L << 50, "That was me.").problem()).isEqualTo("invalid-request");

        says(anna, rated, "Mine.");
        assertThat(ben.get(OWN).json().path("items")).isEmpty();
        assertThat(Node.person("nobody-" + UUID.randomUUID())
                        .post(OWN, "{\"statement\":\"?\"}")
                        .status())
                .isEqualTo(404);
        assertThat(anna.post(OWN, "{\"statement\":\" \"}").problem()).isEqualTo("invalid-request");
        assertThat(OFFICER.get("/api/v1/compliance/requests/" + UUID.randomUUID() + "/statement")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void whoever_left_said_nothing() {
        String id = anna.post(OWN, "{\"statement\":\"I never ordered that.\"}")
                .json()
                .path("id")
                .asText();
        await().until(() ->
                OFFICER.get("/api/v1/compliance/requests/" + id + "/statement").status() == 200);
        anna.post("/api/v1/user/erasure", "{\"graceDays\":0}");
        await().until(() ->
                OFFICER.get("/api/v1/compliance/requests/" + id + "/statement").status() == 404);

        assertThat(anna.post(OWN, "{\"statement\":\"And more.\"}").status()).isIn(404, 409, 410);
        assertThat(OFFICER.get("/api/v1/compliance/requests/" + id)
                        .json()
                        .path("kind")
                        .asText())
                .isEqualTo("rectification");
    }

    private static String named(String message, String statement) {
        return "{\"messageId\":\"%s\",\"statement\":\"%s\"}".formatted(message, statement);
    }

    @Test
    void what_was_said_and_that_it_is_to_be_answered_come_in_one_append() {
        Answer said = anna.post(OWN, named("m-1", "It was four stars."));
        String id = said.json().path("id").asText();
        List<? extends DomainEventMessage<?>> events = stream(id);
        assertThat(events)
                .extracting(event -> event.getPayloadType().getSimpleName())
                .containsExactly("RequestReceived", "RectificationAsked");
        assertThat(events.getFirst().getSequenceNumber()).isZero();
        long block = said.position() >> 12;
        PastEvents past = Node.context().getBean(PastEvents.class);
        assertThat(past.stream("request/" + id).keySet())
                .allSatisfy(position -> assertThat(position.value() >> 12).isEqualTo(block));
    }

    private static List<? extends DomainEventMessage<?>> stream(String id) {
        return Node.context()
                .getBean(EventStore.class)
                .readEvents("request/" + id)
                .asStream()
                .toList();
    }

    @Test
    void who_sends_it_again_said_it_once() {
        String id = anna.post(OWN, named("m-1", "Mine.")).json().path("id").asText();
        Answer again = anna.post(OWN, named("m-1", "Mine."));
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.json().path("id").asText()).isEqualTo(id);
        assertThat(anna.post(OWN, named("m-1", "Another.")).problem()).isEqualTo("idempotency-key-reused");
        assertThat(stream(id)).hasSize(2);
        Calls ben = Node.person("ben-" + UUID.randomUUID()).consenting();
        assertThat(ben.post(OWN, named("m-1", "Mine.")).json().path("id").asText())
                .isNotEqualTo(id);
    }

    @Test
    void whoever_puts_it_right_themselves_and_was_broken_off_sends_both_again() {
        long wrong = rates(anna).position();
        for (int attempt = 0; attempt < 2; attempt++) {
            assertThat(anna.post("/api/v1/user/erasures/parts", """
                            {"messageId":"out-1","position":%d,"graceDays":30}""".formatted(wrong))
                            .status())
                    .isEqualTo(202);
            anna.post(
                    "/api/v1/user/feedback",
                    "{\"contentId\":\"joint-1\",\"type\":\"rating\",\"value\":4}",
                    "Idempotency-Key",
                    "anew-1");
        }
        assertThat(anna.get("/api/v1/user/erasures/parts").json()).hasSize(1);
        await().untilAsserted(() -> assertThat(
                        anna.get("/api/v1/user/feedback").json().path("items"))
                .extracting(one -> one.path("value").asInt())
                .containsExactly(4));
    }

    @Test
    void only_so_many_wait_for_an_answer() {
        assertThat(anna.post(OWN, "{\"statement\":\"%s\"}".formatted("x".repeat(2_001)))
                        .problem())
                .isEqualTo("invalid-request");
        for (int i = 0; i < 50; i++) {
            assertThat(anna.post(OWN, named("m-" + i, "Wrong.")).status()).isEqualTo(201);
        }
        await().until(() ->
                anna.get("/api/v1/user/requests?limit=200").json().path("items").size() == 50);
        assertThat(anna.post(OWN, named("m-50", "Wrong.")).problem()).isEqualTo("too-many-rectifications");
        assertThat(anna.post(OWN, named("m-7", "Wrong.")).status()).isEqualTo(201);
    }
}
