package com.videowindow.patina.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.videowindow.patina.api.Calls.Answer;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What came to the operator days ago and the engine carries out has its day, its manner and its clock from then. */
class EnteredLaterTest {
    private static final String REQUESTS = "/api/v1/compliance/requests/";
    private static final String ERASURES = "/api/v1/compliance/erasures";
    private static final String EXPORTS = "/api/v1/compliance/exports";
    private static final String PARTS = ERASURES + "/parts";
    private static final Calls OFFICER = Node.officer();

    private final String name = "anna-" + UUID.randomUUID();
    private final Instant came = Instant.now().minus(Duration.ofDays(40)).truncatedTo(ChronoUnit.SECONDS);

    private Answer enter(String door, String how) {
        String part = door.equals(PARTS) ? ",\"part\":{\"contentId\":\"joint-1\",\"graceDays\":3}" : "";
        return OFFICER.post(door, "{\"userId\":\"" + name + "\"" + part + how + "}");
    }

    private String byLetter(String door) {
        Answer entered = enter(door, ",\"receivedAt\":\"" + came + "\",\"manner\":\"letter\"");
        assertThat(entered.status()).as(entered.json().toString()).isEqualTo(202);
        return entered.json().path("id").asText();
    }

    private static JsonNode request(String id) {
        return await().until(() -> OFFICER.get(REQUESTS + id), one -> one.status() == 200)
                .json();
    }

    @Test
    void is_due_from_when_it_came_in_the_list_the_csv_the_dossier_and_the_report() throws Exception {
        for (String door : List.of(PARTS, EXPORTS, ERASURES)) {
            Node.person(name).consenting();
            String id = byLetter(door);
            String due = came.atZone(ZoneOffset.UTC).plusMonths(1).toInstant().toString();

            JsonNode request = request(id);
            assertThat(request.path("receivedAt").asText()).isEqualTo(came.toString());
            assertThat(request.path("due").asText()).isEqualTo(due);
            assertThat(request.path("manner").asText()).isEqualTo("letter");
            assertThat(OFFICER.get(door + "/" + id).json().path("deadline").asText())
                    .isEqualTo(due);
            await().untilAsserted(() -> assertThat(Offline.text(OFFICER.get(REQUESTS + "log")))
                    .containsPattern(id + "," + came + ",[a-z_]+,letter,gdpr," + due + ","));
            assertThat(DossierTest.said(Offline.text(OFFICER.get(REQUESTS + id + "/dossier")))
                            .at("/events/0/said")
                            .asText())
                    .contains("\"arrival\":{\"manner\":\"letter\",\"received\":\"" + came + "\"}");
            assertThat(reported(id).path("received").asText()).isEqualTo(came.toString());
            assertThat(reported(id).path("inTime").asBoolean()).isFalse();
        }
    }

    private static JsonNode reported(String id) throws Exception {
        String report = Offline.text(OFFICER.get("/api/v1/compliance/reports/" + YearMonth.now(ZoneOffset.UTC)));
        return DossierTest.said(report)
                .path("requests")
                .valueStream()
                .filter(each -> each.path("request").asText().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void came_now_to_the_operator_where_nothing_else_is_told() {
        Node.person(name).consenting();
        Instant before = Instant.now();
        JsonNode request = request(enter(ERASURES, "").json().path("id").asText());
        assertThat(request.path("manner").asText()).isEqualTo("operator");
        assertThat(Instant.parse(request.path("receivedAt").asText())).isAfterOrEqualTo(before);
    }

    @Test
    void in_no_manner_that_the_engine_knows_by_itself() {
        Node.person(name).consenting();
        String byHand = "{\"userId\":\"" + name + "\",\"kind\":\"rectification\",\"regulation\":\"gdpr\"";
        for (String engines : List.of("account", "restored")) {
            String manner = ",\"manner\":\"" + engines + "\"";
            for (Answer refused : List.of(
                    enter(ERASURES, manner),
                    enter(EXPORTS, manner),
                    enter(PARTS, manner),
                    OFFICER.post("/api/v1/compliance/requests", byHand + manner + "}"))) {
                assertThat(refused.status()).as(refused.json().toString()).isEqualTo(422);
                assertThat(refused.json().at("/errors/0/field").asText()).isEqualTo("manner");
                assertThat(refused.json().toString())
                        .contains("operator, email, letter")
                        .doesNotContain(engines);
            }
        }
    }

    @Test
    void nobody_asked_before_the_law_or_later_than_now() {
        Node.person(name).consenting();
        for (String door : List.of(ERASURES, EXPORTS, PARTS)) {
            for (String odd : List.of("1900-01-01T00:00:00Z", "2199-01-01T00:00:00Z")) {
                Answer refused = enter(door, ",\"receivedAt\":\"" + odd + "\"");
                assertThat(refused.status()).as(door + odd).isEqualTo(400);
                assertThat(refused.json().at("/errors/0/field").asText()).isEqualTo("receivedAt");
            }
        }
    }
}
