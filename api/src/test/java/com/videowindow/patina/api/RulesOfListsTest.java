package com.videowindow.patina.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Editors decide about lists, everybody can read what, and a list is made again by the rules that held for it. */
class RulesOfListsTest {
    private static final String RULES = "/api/v1/catalog/rules";
    private static final String LISTS = "/api/v1/user/recommendations?limit=6";
    private static final String NONE = "{\"boosts\":[],\"pins\":[],\"caps\":[]}";

    private final Calls anna = Node.person("anna-" + UUID.randomUUID()).consenting();

    @BeforeEach
    void anna_watches_woodworking() {
        CraftCatalogue.publish();
        anna.post("/api/v1/events", CraftCatalogue.view("m-1", "joint-1"));
        CraftCatalogue.awaitInMemory(anna.post("/api/v1/events", CraftCatalogue.view("m-2", "joint-2"))
                .position());
    }

    /** Others get lists here too. */
    @AfterEach
    void nothing_is_decided_any_more() {
        decide(NONE);
    }

    private static void decide(String rules) {
        Calls.Answer set = Node.editor().put(RULES, rules);
        assertThat(set.status()).isIn(200, 201);
        CraftCatalogue.awaitInMemory(set.position());
    }

    private static List<String> contents(JsonNode list) {
        return list.path("items").findValuesAsText("contentId");
    }

    private static String pinned(String content, String more) {
        return "{\"boosts\":[],\"pins\":[{\"content\":\"%s\",\"surface\":\"feed\",\"place\":1%s}],\"caps\":[]}"
                .formatted(content, more);
    }

    @Test
    void what_has_a_place_stands_there_says_why_and_is_audited_by_the_rules_of_then() {
        decide(pinned("bowl-7", ",\"sponsored\":true"));
        JsonNode paid = anna.get(LISTS).json();
        decide(pinned("bowl-5", ""));
        JsonNode chosen = anna.get(LISTS).json();
        decide("""
                {"boosts":[{"facet":"creator:ruth","delta":0.9}],"pins":[],
                 "caps":[{"facet":"creator:mara","most":1}],"sponsoredShare":0.2}
                """);
        JsonNode lifted = anna.get(LISTS).json();

        assertThat(contents(paid)).startsWith("bowl-7");
        assertThat(paid.at("/items/0/reasons/0/text").asText()).startsWith("Sponsored");
        assertThat(contents(chosen)).startsWith("bowl-5");
        assertThat(chosen.at("/items/0/reasons").findValuesAsText("text"))
                .contains("Put forward by the editors of Video Window");
        assertThat(contents(lifted).getFirst()).startsWith("bowl");
        assertThat(contents(lifted).stream().filter(content -> content.startsWith("joint")))
                .hasSizeLessThanOrEqualTo(1);
        for (JsonNode list : List.of(paid, chosen, lifted)) {
            JsonNode audit = AuditOfUseTest.audit(list.path("id").asText());
            assertThat(audit.path("verdict").asText())
                    .as(audit.toPrettyString())
                    .matches(audit.path("lost").isEmpty() ? "matches" : "matches|cannot_be_told");
        }
    }

    @Test
    void what_somebody_has_seen_or_refused_is_offered_by_no_rule_and_neither_is_what_is_not_yet_or_no_more_in_force() {
        anna.post("/api/v1/user/feedback", "{\"contentId\":\"bowl-3\",\"type\":\"not_interested\"}");
        decide("""
                {"boosts":[{"content":"joint-1","delta":1},{"content":"bowl-3","delta":1}],
                 "pins":[{"content":"joint-1","surface":"feed","place":1},
                         {"content":"bowl-3","surface":"feed","place":2},
                         {"content":"bowl-8","surface":"feed","place":3,"until":"%s"},
                         {"content":"bowl-6","surface":"feed","place":3,"from":"%s"},
                         {"content":"bowl-4","surface":"product","place":3}],"caps":[]}
                """.formatted(Instant.now().minusSeconds(60), Instant.now().plusSeconds(600)));

        assertThat(contents(anna.get(LISTS).json())).doesNotContain("joint-1", "bowl-3");
        assertThat(anna.get(LISTS).json().path("items").findValuesAsText("name"))
                .doesNotContain("pin", "boost");
    }

    @Test
    void rules_are_read_as_they_were_set_and_setting_them_again_changes_nothing() {
        String rules = """
                {"boosts":[{"facet":"technique:dovetail","delta":-0.5,"sponsored":false,"from":"2026-01-01T00:00:00Z"}],
                 "pins":[],"caps":[{"each":"creator","most":2,"places":10}],"sponsoredShare":0.2}
                """;
        decide(rules);

        assertThat(anna.get(RULES).json().at("/boosts/0/facet").asText()).isEqualTo("technique:dovetail");
        assertThat(anna.get(RULES).json().at("/caps/0/each").asText()).isEqualTo("creator");
        assertThat(Node.editor().put(RULES, rules).json().path("change").asText())
                .isEqualTo("unchanged");
        assertThat(anna.put(RULES, NONE).status()).isEqualTo(403);
    }
}
