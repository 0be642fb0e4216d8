package com.videowindow.patina.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.videowindow.patina.api.Calls.Answer;
import com.videowindow.patina.api.security.Role;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What holds from the request to leave on, while it can be taken back. */
class AskingToLeaveTest {
    private static final Calls OFFICER = Node.officer();

    @BeforeAll
    static void something_to_watch() {
        CraftCatalogue.publish();
    }

    @Test
    void from_the_request_on_nothing_is_used_until_it_is_taken_back() {
        Somebody dora = Somebody.with("dora");
        Answer asked = dora.calls().post("/api/v1/user/erasure", "{}");
        assertThat(asked.json().path("state").asText()).isEqualTo("pending");
        assertThat(Instant.parse(asked.json().path("due").asText()))
                .isAfter(Instant.now().plus(Duration.ofDays(13)));

        assertThat(dora.calls()
                        .post("/api/v1/events", CraftCatalogue.view("m-2", "joint-1"))
                        .problem())
                .isEqualTo("consent-missing");
        assertThat(dora.calls()
                        .put("/api/v1/user/consents/personalization", "{\"granted\": true, \"policyVersion\": \"2\"}")
                        .problem())
                .isEqualTo("leaving");
        assertThat(dora.calls()
                        .post("/api/v1/user/rectifications", "{\"statement\": \"That was not me.\"}")
                        .status())
                .as("may stay, and what is kept of them has to be right")
                .isEqualTo(201);
        assertThat(dora.calls().get("/api/v1/user/erasure").json().path("id"))
                .isEqualTo(asked.json().path("id"));
        assertThat(dora.calls()
                        .post("/api/v1/user/erasure", "{\"graceDays\": 1}")
                        .json()
                        .path("id"))
                .isEqualTo(asked.json().path("id"));

        assertThat(dora.calls()
                        .delete("/api/v1/user/erasure")
                        .json()
                        .path("state")
                        .asText())
                .isEqualTo("cancelled");
        assertThat(dora.calls().get("/api/v1/user/erasure").status()).isEqualTo(404);
        assertThat(dora.calls()
                        .post("/api/v1/events", CraftCatalogue.view("m-3", "joint-1"))
                        .status())
                .isEqualTo(201);
    }

    @Test
    void a_legal_reason_holds_it() {
        Somebody dora = Somebody.with("dora");
        Answer asked = OFFICER.post(
                "/api/v1/compliance/erasures", "{\"userId\": \"%s\", \"graceDays\": 1}".formatted(dora.name()));
        String path = "/api/v1/compliance/erasures/" + asked.json().path("id").asText();
        assertThat(asked.status()).isEqualTo(202);

        Answer held = OFFICER.post(path + "/hold", "{\"basis\": \"legal_claim\", \"reference\": \"2026-17\"}");
        assertThat(held.json().path("state").asText()).isEqualTo("held");
        assertThat(held.json().at("/hold/basis").asText()).isEqualTo("legal_claim");
        assertThat(held.json().at("/hold/reference").asText()).isEqualTo("2026-17");
        for (Answer own : List.of(
                dora.calls().get("/api/v1/user/erasure"),
                dora.calls().get(path.replace("compliance", "user")),
                dora.calls().post("/api/v1/user/erasure", "{}"))) {
            assertThat(own.json().at("/hold/basis").asText()).isEqualTo("legal_claim");
            assertThat(own.json().toString()).doesNotContain("2026-17", "reference");
        }
        assertThat(OFFICER.post(path + "/release", "").json().path("state").asText())
                .isEqualTo("pending");
        assertThat(OFFICER.post(path + "/cancel", "").json().path("state").asText())
                .isEqualTo("cancelled");
        assertThat(OFFICER.post(path + "/hold", "{\"basis\": \"legal_claim\", \"reference\": \"2026-17\"}")
                        .problem())
                .isEqualTo("erasure-state");
    }

    @Test
    void who_is_held_for_a_case_cannot_leave_by_any_way_until_the_case_is_over() {
        Somebody dora = Somebody.with("dora");
        String holds = "/api/v1/compliance/subjects/" + dora.subject() + "/holds";
        String wish = "{\"basis\": \"legal_claim\", \"reference\": \"%s\"}";
        assertThat(OFFICER.post(holds, wish.formatted("2026-17")).status()).isEqualTo(200);
        assertThat(OFFICER.post(holds, wish.formatted("2026-18")).json().path("items"))
                .hasSize(2);
        assertThat(OFFICER.get("/api/v1/compliance/holds").json().path("items").findValuesAsText("subject"))
                .contains(dora.subject().toString());

        for (int again = 0; again < 2; again++) {
            Answer asked = dora.calls().post("/api/v1/user/erasure", "{\"graceDays\": 0}");
            assertThat(asked.json().path("state").asText()).isEqualTo("held");
            assertThat(asked.json().toString()).doesNotContain("reference");
            assertThat(dora.calls().delete("/api/v1/user/erasure").status()).isEqualTo(200);
        }
        dora.calls().post("/api/v1/user/erasure", "{\"graceDays\": 0}");
        assertThat(OFFICER.delete(holds + "/2026-17").json().path("items")).hasSize(1);
        await().during(Duration.ofSeconds(2)).until(() -> dora.calls()
                .get("/api/v1/user/erasure")
                .json()
                .path("state")
                .asText()
                .equals("held"));
        assertThat(OFFICER.delete(holds + "/2026-18").json().path("items")).isEmpty();
        await().until(() -> dora.calls().get("/api/v1/user/erasure").status() == 404);
        assertThat(OFFICER.post(holds, wish.formatted("2026-19")).status()).isEqualTo(404);
    }

    @Test
    void lists_of_holds_wait_for_what_an_officer_has_just_decided() {
        String all = "/api/v1/compliance/holds";
        String subject = Somebody.with("dora").subject().toString();
        String hers = "/api/v1/compliance/subjects/" + subject + "/holds";
        long placed = OFFICER.post(hers, "{\"basis\": \"legal_claim\", \"reference\": \"2026-17\"}")
                .position();
        for (String list : List.of(all, hers)) {
            JsonNode known = OFFICER.get(list + "?after=" + placed).json();
            assertThat(known.path("items").findValuesAsText("subject")).contains(subject);
            assertThat(known.has("stale")).isFalse();
        }
        long lifted = OFFICER.delete(hers + "/2026-17").position();
        for (String list : List.of(all, hers)) {
            JsonNode known = OFFICER.get(list + "?after=" + lifted).json();
            assertThat(known.path("items").findValuesAsText("subject")).doesNotContain(subject);
            assertThat(OFFICER.send("GET", list + "?after=" + (1L << 50), (String) null)
                            .isStale())
                    .isTrue();
        }
    }

    @Test
    void what_somebody_asked_for_themselves_is_denied_and_not_taken_back_by_officers() {
        String id = Somebody.with("dora")
                .calls()
                .post("/api/v1/user/erasure", "{}")
                .json()
                .path("id")
                .asText();
        String path = "/api/v1/compliance/erasures/" + id;
        assertThat(OFFICER.post(path + "/cancel", "").problem())
                .as("is hers to take back, and an officer's to deny")
                .isEqualTo("forbidden");
        assertThat(OFFICER.post(
                                path.replace("/erasures/", "/requests/") + "/deny",
                                "{\"basis\": \"legal_claim\", \"reference\": \"2026-17\"}")
                        .status())
                .isEqualTo(200);
        await().untilAsserted(() ->
                assertThat(OFFICER.get(path).json().path("state").asText()).isEqualTo("cancelled"));
    }

    @Test
    void nothing_counts_as_allowed_from_then_on_whoever_asks_and_however() throws Exception {
        Somebody dora = Somebody.with("dora");
        String own = "/api/v1/user/consents/personalization";
        long before = dora.calls()
                .post("/api/v1/user/rectifications", "{\"statement\": \"That was not me.\"}")
                .position();
        long asked = dora.calls().post("/api/v1/user/erasure", "{}").position();
        assertThat(dora.calls().get(own).json().path("granted").asBoolean()).isFalse();
        assertThat(dora.calls()
                        .get(own + "?asOf=" + asked)
                        .json()
                        .path("granted")
                        .asBoolean())
                .isFalse();
        assertThat(dora.calls()
                        .get(own + "?asOf=" + before)
                        .json()
                        .path("granted")
                        .asBoolean())
                .isTrue();
        assertThat(dora.calls().get(own + "/receipt").json().path("receipt").asText())
                .contains("\"valid_for_processing\" : false");
    }

    @Test
    void nobody_else_decides() {
        Somebody dora = Somebody.with("dora");
        String body = "{\"userId\": \"%s\"}".formatted(dora.name());
        for (Role role : new Role[] {Role.SUBJECT, Role.ENGINEER, Role.PRODUCT, Role.SERVICE, Role.CREATOR}) {
            assertThat(Node.as(role, "somebody")
                            .post("/api/v1/compliance/erasures", body)
                            .status())
                    .isEqualTo(403);
        }
        assertThat(OFFICER.post(
                                "/api/v1/compliance/erasures",
                                "{\"userId\": \"nobody-%s\"}".formatted(UUID.randomUUID()))
                        .status())
                .isEqualTo(404);
        assertThat(OFFICER.get("/api/v1/compliance/erasures/" + UUID.randomUUID())
                        .status())
                .isEqualTo(404);
        assertThat(OFFICER.get("/api/v1/compliance/erasures?limit=2").json().path("items"))
                .hasSizeLessThanOrEqualTo(2);
    }
}
