package com.videowindow.patina.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.videowindow.patina.api.Calls.Answer;
import com.videowindow.patina.api.security.Role;
import com.videowindow.patina.domain.privacy.PlatformUserId;
import com.videowindow.patina.domain.privacy.SubjectDirectory;
import java.time.Instant;
import java.util.UUID;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Nothing personal is stored or shown before a person allows it, nor after they no longer do. */
class ConsentGateTest {

    private static final String PERSONALIZATION = "/api/v1/user/consents/personalization";
    private static final String YES = "{\"granted\": true, \"policyVersion\": \"1\"}";
    private static final String NO = "{\"granted\": false, \"policyVersion\": \"1\"}";

    private final String name = "anna-" + UUID.randomUUID();
    private final Calls anna = Node.person(name);

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
    void whoever_never_decided_or_ordered_anything_is_nowhere_stored() {
        String event = CraftCatalogue.view("m-1", "joint-1");
        anna.post("/api/v1/events", event);
        anna.post("/api/v1/events/batch", "{\"events\":[" + event + "]}");
        anna.post("/api/v1/user/feedback", "{\"contentId\":\"joint-1\",\"type\":\"like\"}");
        anna.put("/api/v1/user/profile/preferences", "{\"interests\":[]}");
        anna.put(PERSONALIZATION, "{\"granted\": true}");
        anna.get("/api/v1/user/recommendations");
        Node.as(Role.SERVICE, "importer").post("/api/v1/imports/people", """
                        {"source":"elsewhere","userId":"%s","consents":[],"events":[%s]}""".formatted(name, event));
        assertThat(isKnown()).isFalse();

        anna.put(PERSONALIZATION, NO);
        assertThat(isKnown()).isTrue();
    }

    @Test
    void an_order_makes_known_who_must_be_delivered_to() {
        String order = """
                {"messageId":"m-1","contentId":"joint-1","kind":"purchase","at":"%s",
                 "context":{"orderId":"o-1","amount":30,"currency":"EUR"}}""".formatted(Instant.now());

        assertThat(anna.post("/api/v1/events", order).status()).isEqualTo(201);
        assertThat(isKnown()).isTrue();
    }

    /** Exploration may put one that nobody has met above it. */
    private static JsonNode firstJoint(JsonNode list) {
        for (JsonNode item : list.path("items")) {
            if (item.path("contentId").asText().startsWith("joint-")) {
                return item;
            }
        }
        throw new AssertionError("no joint in " + list);
    }

    private boolean isKnown() {
        return Node.context()
                .getBean(SubjectDirectory.class)
                .knownSubjectOf(new PlatformUserId(name))
                .isPresent();
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
        JsonNode list = anna.get(question).json();
        assertThat(list.has("fallback")).isFalse();
        JsonNode liked = firstJoint(list);
        assertThat(liked.path("reasons")).isNotEmpty();
        double sum = 0;
        for (JsonNode part : liked.path("contributions")) {
            sum += part.path("value").asDouble();
        }
        assertThat(liked.path("score").asDouble()).isCloseTo(sum, Offset.offset(1e-5));

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
        assertThat(profile.path("interactions").findValuesAsText("contentId")).containsExactly("joint-2", "joint-1");
        JsonNode history = anna.get("/api/v1/user/interactions" + after).json().path("items");
        assertThat(history.findValuesAsText("at"))
                .isEqualTo(profile.path("interactions").findValuesAsText("at"));
    }

    @Test
    void choices_are_told_as_they_were_made() {
        long position = anna.put(PERSONALIZATION, "{\"granted\": true, \"policyVersion\": \"7\", \"channel\": \"ios\"}")
                .position();

        JsonNode choice = anna.get(PERSONALIZATION + "?after=" + position).json();
        assertThat(choice.path("granted").asBoolean()).isTrue();
        assertThat(choice.path("policyVersion").asText()).isEqualTo("7");
        assertThat(choice.path("channel").asText()).isEqualTo("ios");
        assertThat(anna.get("/api/v1/user/consents").json().path("choices")).hasSizeGreaterThanOrEqualTo(4);
    }

    @Test
    void giving_the_same_consent_again_stores_nothing() {
        anna.put(PERSONALIZATION, YES);
        long before = consentsGiven();

        assertThat(anna.put(PERSONALIZATION, YES).status()).isEqualTo(200);
        assertThat(consentsGiven()).isEqualTo(before);
    }

    @Test
    void giving_it_again_elsewhere_answers_what_is_stored() {
        JsonNode first = anna.put(PERSONALIZATION, YES.replace("}", ", \"channel\": \"web\"}"))
                .json();
        JsonNode again = anna.put(PERSONALIZATION, YES.replace("}", ", \"channel\": \"ios\"}"))
                .json();

        assertThat(again.path("channel").asText()).isEqualTo("web");
        assertThat(again.path("at")).isEqualTo(first.path("at"));
        String after = "?after=" + again.path("position").asLong();
        assertThat(anna.get(PERSONALIZATION + after).json().path("at")).isEqualTo(again.path("at"));
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
