package com.videowindow.patina.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever the log decides can be asked for as it was, by position and by time. */
class AsItWasTest {

    private static final Calls EDITOR = Node.editor();

    @BeforeAll
    static void there_is_something_to_watch() {
        CraftCatalogue.publish();
    }

    @Test
    void a_profile_is_told_as_it_was_after_any_event() {
        Calls anna = Node.person("anna-" + UUID.randomUUID()).consenting();
        long before = anna.post("/api/v1/events", CraftCatalogue.view("m-1", "joint-1"))
                .position();
        Instant between = Instant.now();
        long after = anna.post("/api/v1/events", CraftCatalogue.view("m-2", "joint-2"))
                .position();

        JsonNode then = anna.get("/api/v1/user/profile?asOf=" + before).json();
        assertThat(then.path("interactions").findValuesAsText("contentId")).containsExactly("joint-1");
        assertThat(then.path("asOf").asLong()).isEqualTo(before);
        assertThat(then.has("stale")).isFalse();
        assertThat(anna.get("/api/v1/user/profile?asOf=1970-01-01T00:00:00Z").json())
                .isEqualTo(anna.get("/api/v1/user/profile?asOf=-1").json());
        assertThat(anna.get("/api/v1/user/profile?asOf=" + between)
                        .json()
                        .path("interactions")
                        .findValuesAsText("contentId"))
                .containsExactly("joint-1");
        JsonNode now = anna.get("/api/v1/user/profile?after=" + after).json();
        assertThat(now.has("asOf")).isFalse();
        assertThat(anna.get("/api/v1/user/profile?asOf=" + after).json().path("interactions"))
                .isEqualTo(now.path("interactions"));
    }

    @Test
    void stated_preferences_are_told_as_they_stood() {
        Calls dora = Node.person("dora-" + UUID.randomUUID()).consenting();
        Instant silence = Instant.now();
        String statement = "{\"interests\":[{\"facet\":\"category:%s\",\"weight\":0.9}]}";
        long first = dora.put("/api/v1/user/profile/preferences", statement.formatted("wood"))
                .position();
        long second = dora.put("/api/v1/user/profile/preferences", statement.formatted("glass"))
                .position();

        JsonNode then = dora.get("/api/v1/user/profile?asOf=" + first).json();
        assertThat(then.at("/preferences/interests/0/facet").asText()).isEqualTo("category:wood");
        assertThat(then.path("revision").asLong()).isEqualTo(1);
        assertThat(then.at("/interests/0/source").asText()).isEqualTo("Explicit");
        assertThat(dora.get("/api/v1/user/profile?asOf=" + silence).json().at("/preferences/interests"))
                .isEmpty();
        assertThat(dora.get("/api/v1/user/profile?asOf=" + second).json().path("preferences"))
                .isEqualTo(
                        dora.get("/api/v1/user/profile?after=" + second).json().path("preferences"));
    }

    @Test
    void choices_are_told_as_they_were() {
        Calls ben = Node.person("ben-" + UUID.randomUUID());
        Instant silence = Instant.now();
        long given = ben.put("/api/v1/user/consents/training", "{\"granted\":true,\"policyVersion\":\"3\"}")
                .position();
        ben.put("/api/v1/user/consents/training", "{\"granted\":false,\"policyVersion\":\"3\"}");

        JsonNode then = ben.get("/api/v1/user/consents/training?asOf=" + given).json();
        assertThat(then.path("granted").asBoolean()).isTrue();
        assertThat(then.path("policyVersion").asText()).isEqualTo("3");
        assertThat(ben.get("/api/v1/user/consents?asOf=" + silence).json().path("choices"))
                .noneMatch(choice -> choice.path("granted").asBoolean());
        assertThat(ben.get("/api/v1/user/consents/training")
                        .json()
                        .path("granted")
                        .asBoolean())
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "content,'\"publishedAt\":\"2026-05-04T09:00:00Z\"'",
        "products,'\"price\":{\"amount\":9,\"currency\":\"EUR\"},\"stock\":1'"
    })
    void an_item_is_told_as_it_stood(String shelf, String more) {
        String item = "/api/v1/catalog/" + shelf + "/awl-" + UUID.randomUUID();
        String body = "{\"title\":\"%s\",\"creator\":\"jonas\",\"category\":\"tools\",%s}";
        Instant nothing = Instant.now();
        long first = EDITOR.put(item, body.formatted("Awl", more)).position();
        long second = EDITOR.put(item, body.formatted("Fine awl", more)).position();
        long retired = EDITOR.post(item + "/retire", "").position();

        assertThat(EDITOR.get(item + "?asOf=" + nothing).status()).isEqualTo(404);
        assertThat(EDITOR.get(item + "?asOf=-1").status()).isEqualTo(404);
        assertThat(EDITOR.get(item + "?asOf=" + first).json().path("title").asText())
                .isEqualTo("Awl");
        JsonNode renamed = EDITOR.get(item + "?asOf=" + second).json();
        assertThat(renamed.path("title").asText()).isEqualTo("Fine awl");
        assertThat(renamed.path("retired").asBoolean()).isFalse();
        JsonNode last = EDITOR.get(item + "?asOf=" + retired).json();
        assertThat(last.path("retired").asBoolean()).isTrue();
        assertThat(last.path("asOf").asLong()).isEqualTo(retired);
        assertThat(EDITOR.get(item).json().has("asOf")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "asOf=yesterday",
                "asOf=-2",
                "asOf=-1000000000-01-01T00:00:00Z",
                "asOf=1125899906842624",
                "asOf=2999-01-01T00:00:00Z",
                "asOf=0&after=0"
            })
    void what_is_no_moment_of_this_log_is_refused(String when) {
        Calls.Answer refused = Node.person("cleo-" + UUID.randomUUID()).get("/api/v1/user/profile?" + when);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().path("errors").path(0).path("field").asText())
                .isEqualTo(when.contains("after") ? "after" : "asOf");
    }
}
