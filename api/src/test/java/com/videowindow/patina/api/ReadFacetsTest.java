package com.videowindow.patina.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.videowindow.patina.api.Calls.Answer;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What content does not state of itself is read from its words, told apart, and learned from. */
class ReadFacetsTest {
    private static final Calls EDITOR = Node.editor();
    private static final String BARE = """
            {"title":"A dovetail in an evening, for beginners","creator":"mara","category":"woodworking",
             "description":"One dovetail joint by hand, from marking to glue.","language":"en",
             "publishedAt":"2026-05-04T09:00:00Z"}
            """;

    private final String id = "bare-" + UUID.randomUUID();

    @BeforeAll
    static void publish() {
        CraftCatalogue.publish();
    }

    private JsonNode told() {
        CraftCatalogue.awaitInMemory(
                EDITOR.put("/api/v1/catalog/content/" + id, BARE).position());
        return EDITOR.get("/api/v1/catalog/content/" + id).json();
    }

    private JsonNode readAgain() {
        Answer read = EDITOR.post("/api/v1/catalog/reading", "");
        assertThat(read.status()).isEqualTo(200);
        return read.json();
    }

    private static double confidence(JsonNode content, String facet) {
        for (JsonNode each : content.path("read")) {
            if (each.path("facet").asText().equals(facet)) {
                return each.path("confidence").asDouble();
            }
        }
        return 0;
    }

    @Test
    void what_the_words_say_is_read_beside_what_is_stated_and_taught_by_what_people_do() {
        told();
        await().atMost(Duration.ofSeconds(100))
                .pollInterval(Duration.ofSeconds(2))
                .untilAsserted(() -> {
                    assertThat(readAgain().path("looked").asInt()).isPositive();
                    JsonNode content =
                            EDITOR.get("/api/v1/catalog/content/" + id).json();
                    assertThat(confidence(content, "technique:dovetail")).isGreaterThan(0.5);
                    assertThat(confidence(content, "skill:beginner")).isGreaterThan(0.5);
                    assertThat(content.path("techniques").isMissingNode())
                            .as("stated")
                            .isTrue();
                });
        ViewerOfTwoMonths viewer = new ViewerOfTwoMonths("reader-" + UUID.randomUUID());
        long position = viewer.does(id, "m-1", Instant.now());

        assertThat(viewer.calls()
                        .get("/api/v1/user/profile?after=" + position)
                        .json()
                        .path("interests")
                        .findValuesAsText("facet"))
                .contains("technique:dovetail", "category:woodworking");
    }

    @Test
    void the_same_words_again_change_nothing() {
        told();
        readAgain();
        Answer again = EDITOR.put("/api/v1/catalog/content/" + id, BARE);

        assertThat(again.json().path("change").asText()).isEqualTo("unchanged");
    }
}
