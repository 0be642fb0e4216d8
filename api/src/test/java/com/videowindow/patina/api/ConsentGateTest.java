package com.videowindow.patina.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.videowindow.patina.api.Calls.Answer;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Nothing personal is stored or shown before a person allows it, nor after they no longer do. */
class ConsentGateTest {

    private static final String PERSONALIZATION = "/api/v1/user/consents/personalization";
    private static final String YES = "{\"granted\": true, \"policyVersion\": \"1\"}";
    private static final String NO = "{\"granted\": false, \"policyVersion\": \"1\"}";

    private final Calls anna = Node.person("anna-" + UUID.randomUUID());

    @BeforeAll
    static void catalogue() {
        CraftCatalogue.publish();
    }

    @Test
    void without_consent_no_event_is_taken_and_the_refusal_names_the_purpose() {
        Answer answer = anna.post("/api/v1/events", CraftCatalogue.view("m-1", "joint-1"));

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.problem()).isEqualTo("consent-missing");
        assertThat(answer.json().path("purpose").asText()).isEqualTo("personalization");
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
    }

    @Test
    void without_consent_the_list_is_the_same_as_anybodys() {
        JsonNode list = anna.get("/api/v1/user/recommendations?limit=5").json();

        assertThat(list.path("fallback").asText()).isEqualTo("no_consent");
        assertThat(list.path("items")).isNotEmpty();
    }

    @Test
    void from_consent_to_a_personal_list_with_true_reasons_and_back() {
        assertThat(anna.put(PERSONALIZATION, YES).json().path("effective").asBoolean())
                .isTrue();
        long position = 0;
        for (int i = 1; i <= 3; i++) {
            Answer stored = anna.post("/api/v1/events", CraftCatalogue.view("m-" + i, "joint-" + i));
            assertThat(stored.status()).isEqualTo(201);
            position = stored.position();
        }

        String question = "/api/v1/user/recommendations?limit=4&after=" + position;
        JsonNode list = await().until(() -> anna.get(question).json(), answer -> !answer.has("stale"));
        assertThat(list.has("fallback")).isFalse();
        JsonNode first = list.path("items").path(0);
        assertThat(first.path("contentId").asText()).startsWith("joint-");
        assertThat(first.path("reasons")).isNotEmpty();
        double sum = 0;
        for (JsonNode part : first.path("contributions")) {
            sum += part.path("value").asDouble();
        }
        assertThat(first.path("score").asDouble()).isCloseTo(sum, org.assertj.core.data.Offset.offset(1e-5));

        anna.put(PERSONALIZATION, NO);
        JsonNode afterwards = anna.get("/api/v1/user/recommendations?limit=4").json();
        assertThat(afterwards.path("fallback").asText()).isEqualTo("no_consent");
        assertThat(anna.post("/api/v1/events", CraftCatalogue.view("m-9", "joint-4"))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void what_a_person_did_stays_theirs_to_see_after_they_withdraw() {
        anna.put(PERSONALIZATION, YES);
        anna.post("/api/v1/events", CraftCatalogue.view("m-1", "joint-1"));
        anna.post("/api/v1/events", CraftCatalogue.view("m-2", "joint-2"));
        String after = "?after=" + anna.put(PERSONALIZATION, NO).position();

        JsonNode profile = anna.get("/api/v1/user/profile" + after).json();
        assertThat(profile.path("interests")).isEmpty();
        assertThat(profile.path("interactions")).hasSize(2);
        assertThat(anna.get("/api/v1/user/interactions" + after).json().path("items"))
                .isEqualTo(profile.path("interactions"));
    }

    @Test
    void choices_are_told_as_they_were_made() {
        long position = anna.put(PERSONALIZATION, "{\"granted\": true, \"policyVersion\": \"7\", \"channel\": \"ios\"}")
                .position();

        JsonNode choice = anna.get(PERSONALIZATION + "?after=" + position).json();
        assertThat(choice.path("granted").asBoolean()).isTrue();
        assertThat(choice.path("policyVersion").asText()).isEqualTo("7");
        assertThat(choice.path("channel").asText()).isEqualTo("ios");
        assertThat(anna.get("/api/v1/user/consents").json().path("choices")).hasSize(4);
    }

    @Test
    void giving_the_same_consent_again_stores_nothing() {
        anna.put(PERSONALIZATION, YES);
        long before = consentsGiven();

        assertThat(anna.put(PERSONALIZATION, YES).status()).isEqualTo(200);
        assertThat(consentsGiven()).isEqualTo(before);
    }

    private static long consentsGiven() {
        return Node.engineer()
                .get("/api/v1/operations/log")
                .json()
                .path("types")
                .path("ConsentGiven")
                .asLong();
    }

    @Test
    void a_visitor_without_an_account_walks_the_same_path() {
        Answer welcome = new Calls(Node.address(), null).post("/api/v1/visitors", "");
        assertThat(welcome.status()).isEqualTo(201);
        Calls visitor = new Calls(Node.address(), welcome.json().path("token").asText());

        assertThat(visitor.post("/api/v1/events", CraftCatalogue.view("m-1", "joint-1"))
                        .problem())
                .isEqualTo("consent-missing");
        visitor.put(PERSONALIZATION, YES);
        assertThat(visitor.post("/api/v1/events", CraftCatalogue.view("m-1", "joint-1"))
                        .status())
                .isEqualTo(201);
    }
}
