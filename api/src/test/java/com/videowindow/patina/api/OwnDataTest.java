package com.videowindow.patina.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.videowindow.patina.api.Calls.Answer;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Everybody sees what is theirs, and nobody anything else. */
class OwnDataTest {

    private static final Calls ANNA = Node.person("anna-" + UUID.randomUUID());
    private static final Calls BEN = Node.person("ben-" + UUID.randomUUID());

    @BeforeAll
    static void anna_watches_and_judges() {
        CraftCatalogue.publish();
        ANNA.consenting();
        BEN.consenting();
        ANNA.post("/api/v1/events", CraftCatalogue.view("m-1", "joint-1"));
        ANNA.post("/api/v1/user/feedback", "{\"contentId\":\"joint-1\",\"type\":\"rating\",\"value\":4.5}");
    }

    @Test
    void her_profile_shows_what_was_learned_and_his_does_not() {
        await().untilAsserted(
                        () -> assertThat(ANNA.get("/api/v1/user/profile").json().path("interests"))
                                .isNotEmpty());
        JsonNode interest =
                ANNA.get("/api/v1/user/profile").json().path("interests").path(0);
        assertThat(interest.path("source").asText()).isEqualTo("Implicit");
        assertThat(interest.path("confidence").asDouble()).isBetween(0.0, 1.0);

        assertThat(BEN.get("/api/v1/user/profile").json().path("interests")).isEmpty();
    }

    @Test
    void her_history_is_hers() {
        await().untilAsserted(() -> assertThat(
                        ANNA.get("/api/v1/user/interactions").json().path("items"))
                .hasSize(1));
        assertThat(BEN.get("/api/v1/user/interactions").json().path("items")).isEmpty();
    }

    @Test
    void her_feedback_is_hers() {
        await().untilAsserted(() -> assertThat(
                        ANNA.get("/api/v1/user/feedback").json().path("items").findValuesAsText("type"))
                .contains("rating"));
        assertThat(BEN.get("/api/v1/user/feedback").json().path("items")).isEmpty();
    }

    @Test
    void why_a_list_is_as_it_is_knows_only_whoever_got_it() {
        Answer list = ANNA.get("/api/v1/user/recommendations?limit=3", "Accept-Language", "de");
        String why = "/api/v1/user/recommendations/" + list.json().path("id").asText() + "/explanation";

        Answer explanation = ANNA.get(why);
        assertThat(explanation.status()).isEqualTo(200);
        assertThat(explanation.json().path("items")).isEqualTo(list.json().path("items"));
        assertThat(list.header("Content-Language")).isEqualTo("de");
        assertThat(BEN.get(why).status()).isEqualTo(404);
    }

    @Test
    void the_same_list_is_not_sent_twice() {
        Answer list = ANNA.get("/api/v1/user/recommendations?limit=3&algorithm=content");
        String tag = list.header("ETag");

        Answer again = ANNA.get("/api/v1/user/recommendations?limit=3&algorithm=content", "If-None-Match", tag);
        assertThat(again.status()).isEqualTo(304);
        assertThat(again.header("ETag")).isEqualTo(tag);
        assertThat(ANNA.get("/api/v1/user/recommendations?limit=2&algorithm=content", "If-None-Match", tag)
                        .status())
                .isEqualTo(200);
    }

    @Test
    void a_pool_is_what_a_list_chooses_from() {
        JsonNode named =
                ANNA.get("/api/v1/user/recommendations?pool=bowl-2,bowl-3").json();
        assertThat(named.path("items").findValuesAsText("contentId")).containsExactlyInAnyOrder("bowl-2", "bowl-3");

        JsonNode thrown = ANNA.get("/api/v1/user/recommendations?pool=facet:technique:throwing&limit=5")
                .json();
        assertThat(thrown.path("items").findValuesAsText("contentId"))
                .isNotEmpty()
                .allMatch(id -> id.startsWith("bowl-"));
    }

    @Test
    void somebody_who_only_looks_does_not_become_known() {
        String before = log();
        Node.person("passer-by-" + UUID.randomUUID()).get("/api/v1/user/profile");
        assertThat(log()).isEqualTo(before);
    }

    private static String log() {
        return Node.engineer()
                .get("/api/v1/operations/log")
                .json()
                .path("types")
                .path("ConsentGiven")
                .asText();
    }
}
