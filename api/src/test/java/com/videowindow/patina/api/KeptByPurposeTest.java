package com.videowindow.patina.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A use without a period keeps what it may use as long as somebody allows it, and the preview says that it does. */
class KeptByPurposeTest {
    private static final String RETENTION = "/api/v1/compliance/retention";
    private static final List<String> SHORT = List.of("personalization", "training");

    @BeforeEach
    void two_uses_need_things_for_two_months() {
        Node.person("anna-" + UUID.randomUUID()).consenting();
        SHORT.forEach(
                purpose -> Node.officer().put(RETENTION + "/purposes/" + purpose, "{\"months\":2,\"graceDays\":0}"));
        await().until(() -> kind("feedback").path("months").asInt() == 2);
    }

    @AfterEach
    void as_it_was() {
        SHORT.forEach(purpose -> Node.officer().put(RETENTION + "/purposes/" + purpose, "{}"));
        await().until(() -> kind("feedback").path("months").asInt() == 25);
    }

    private static JsonNode preview() {
        return Node.officer().get(RETENTION + "/preview").json();
    }

    private static JsonNode kind(String category) {
        return StreamSupport.stream(preview().path("kinds").spliterator(), false)
                .filter(kind -> kind.path("category").asText().equals(category))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void figures_that_nobody_allows_keep_nothing_and_figures_that_somebody_allows_do() {
        Calls ben = Node.person("ben-" + UUID.randomUUID());
        boolean idle = preview().path("idle").toString().contains("analytics"); // unless people of other tests allow it
        JsonNode before = kind("interaction");
        assertThat(before.path("months").asInt()).isEqualTo(idle ? 2 : 25);
        assertThat(before.path("byPurpose").asBoolean()).isEqualTo(idle);
        assertThat(before.path("keptBy").toString())
                .isEqualTo(idle ? "[\"personalization\",\"training\"]" : "[\"analytics\"]");

        String consent = "/api/v1/user/consents/analytics";
        assertThat(ben.put(consent, "{\"granted\": true, \"policyVersion\": \"1\"}")
                        .status())
                .isEqualTo(200);
        await().until(() -> kind("interaction").path("months").asInt() == 25);
        assertThat(kind("interaction").path("keptBy").toString()).isEqualTo("[\"analytics\"]");
        assertThat(kind("feedback").path("months").asInt())
                .as("not used for figures")
                .isEqualTo(2);

        ben.put(consent, "{\"granted\": false, \"policyVersion\": \"1\"}");
        await().until(() -> kind("interaction").path("months").asInt() == (idle ? 2 : 25));
    }

    @Test
    void a_shorter_grace_holds_also_for_what_was_decided_with_a_longer_one() {
        for (String address : List.of("/contract", "/purposes/contract")) {
            String rule = RETENTION + address;
            JsonNode later = shorter(rule, 30);
            assertThat(later.at("/rule/next/from").asText()).isNotEmpty();
            assertThat(shorter(rule, 30).path("version")).isEqualTo(later.path("version"));

            JsonNode now = shorter(rule, 0);
            assertThat(now.path("version").asLong())
                    .isEqualTo(later.path("version").asLong() + 1);
            assertThat(now.at("/rule/next").isMissingNode()).isTrue();
            assertThat(now.at("/rule/months").asInt()).isEqualTo(119);
            assertThat(shorter(rule, 30).path("version")).isEqualTo(now.path("version"));
        }
        Node.officer().put(RETENTION + "/contract", "{\"months\":120,\"basis\":\"legal_obligation\"}");
        Node.officer().put(RETENTION + "/purposes/contract", "{}");
    }

    private static JsonNode shorter(String rule, int graceDays) {
        String basis = rule.contains("purposes") ? "" : "\"basis\":\"legal_obligation\",";
        return Node.officer()
                .put(rule, "{\"months\":119,%s\"graceDays\":%d}".formatted(basis, graceDays))
                .json();
    }
}
