package com.videowindow.patina.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.videowindow.patina.api.Calls.Answer;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands in the log at {@code after} is in the answer, or the answer says that it is not. */
class AfterWritingTest {

    private static final String CONTENT = "/api/v1/catalog/content/";
    private final Calls anna = Node.person("anna-" + UUID.randomUUID());
    private final Calls editor = Node.editor();

    @Test
    void what_is_retired_is_in_no_list_that_comes_after() {
        String name = "stool-" + UUID.randomUUID();
        assertThat(shown(name, published(name, "wood", "en").position())).isTrue();

        for (int i = 0; i < 5; i++) {
            assertThat(shown(name, editor.post(CONTENT + name + "/retire", "").position()))
                    .isFalse();
            assertThat(shown(name, editor.post(CONTENT + name + "/restore", "").position()))
                    .isTrue();
        }
    }

    private boolean shown(String name, long after) {
        JsonNode list = anna.get("/api/v1/user/recommendations?pool=" + name + "&after=" + after)
                .json();
        assertThat(list.has("stale")).isFalse();
        return !list.path("items").isEmpty();
    }

    @Test
    void the_taxonomy_knows_what_was_published() {
        String category = "category-" + UUID.randomUUID();
        long position = published("c-" + UUID.randomUUID(), category, "en").position();

        JsonNode taxonomy =
                anna.get("/api/v1/catalog/taxonomy?after=" + position).json();
        assertThat(taxonomy.path("categories").findValuesAsText("value")).contains(category);
        assertThat(taxonomy.has("stale")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/user/profile",
                "/api/v1/user/interactions",
                "/api/v1/user/feedback",
                "/api/v1/user/consents",
                "/api/v1/user/consents/training",
                "/api/v1/user/recommendations",
                "/api/v1/catalog/taxonomy"
            })
    void an_answer_that_could_not_wait_long_enough_is_stale(String address) {
        Answer late = anna.send("GET", address + "?after=" + (1L << 50), (String) null);

        assertThat(late.status()).isEqualTo(200);
        assertThat(late.json().path("stale").asBoolean()).isTrue();
        assertThat(anna.get(address).json().has("stale")).isFalse();
    }

    @Test
    void products_tell_that_they_are_retired() {
        String product = "/api/v1/catalog/products/awl-" + UUID.randomUUID();
        editor.put(product, """
                {"title":"Awl","creator":"jonas","category":"tools","price":{"amount":9,"currency":"EUR"},"stock":1}
                """);
        assertThat(anna.get(product).json().path("retired")).isEqualTo(retired(false));

        editor.post(product + "/retire", "");
        assertThat(anna.get(product).json().path("retired")).isEqualTo(retired(true));
        assertThat(anna.get(product).json().path("title").asText()).isEqualTo("Awl");
    }

    private static JsonNode retired(boolean so) {
        return com.fasterxml.jackson.databind.node.BooleanNode.valueOf(so);
    }

    @Test
    void languages_are_kept_as_they_are_registered() {
        String name = "l-" + UUID.randomUUID();
        published(name, "wood", "EN-us");

        assertThat(anna.get(CONTENT + name).json().path("language").asText()).isEqualTo("en-US");
        assertThat(published(name, "wood", "gsw").status()).isEqualTo(200);
    }

    private Answer published(String name, String category, String language) {
        return editor.put(CONTENT + name, """
                {"title":"t","creator":"mara","category":"%s","language":"%s","publishedAt":"2026-05-04T09:00:00Z"}
                """.formatted(category, language));
    }
}
