package com.videowindow.patina.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.videowindow.patina.api.Calls.Answer;
import java.util.UUID;
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
        assertThat(anna.post(OWN, "{\"statement\":\"And more.\"}").status()).isIn(404, 409, 410);

        await().until(() ->
                OFFICER.get("/api/v1/compliance/requests/" + id + "/statement").status() == 404);
        assertThat(OFFICER.get("/api/v1/compliance/requests/" + id)
                        .json()
                        .path("kind")
                        .asText())
                .isEqualTo("rectification");
    }
}
