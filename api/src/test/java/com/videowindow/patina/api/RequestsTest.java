package com.videowindow.patina.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.videowindow.patina.api.Calls.Answer;
import com.videowindow.patina.api.security.Role;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What people ask for is answered in the law's time, and written down. */
class RequestsTest {
    private static final String REQUESTS = "/api/v1/compliance/requests";
    private static final String DENIAL = "{\"basis\":\"identity_not_verified\",\"reference\":\"2026-17\"}";
    private static final Calls OFFICER = Node.officer();

    private final String name = "anna-" + UUID.randomUUID();
    private final Calls anna = Node.person(name).consenting();

    private Answer entered(String kind, String regulation, Instant received) {
        return OFFICER.post(REQUESTS, """
                {"userId":"%s","kind":"%s","manner":"letter","regulation":"%s","receivedAt":"%s"}
                """.formatted(name, kind, regulation, received));
    }

    private static JsonNode request(String id) {
        return OFFICER.get(REQUESTS + "/" + id).json();
    }

    private String asksForErasure() {
        return anna.post("/api/v1/user/erasure", "{}").json().path("id").asText();
    }

    @Test
    void one_that_came_by_letter_runs_from_when_it_came_and_is_answered_by_hand() {
        Instant monday = Instant.now().minus(Duration.ofDays(3));
        Answer entered = entered("access", "gdpr", monday);
        assertThat(entered.status()).isEqualTo(201);
        String id = entered.json().path("id").asText();

        JsonNode open = request(id);
        assertThat(open.path("state").asText()).isEqualTo("open");
        assertThat(Instant.parse(open.path("due").asText()))
                .isEqualTo(monday.atZone(ZoneOffset.UTC).plusMonths(1).toInstant());

        Answer answered = OFFICER.post(REQUESTS + "/" + id + "/answer", "{\"response\":\"complied\"}");
        assertThat(answered.status()).isEqualTo(200);
        assertThat(request(id).path("state").asText()).as("at once").isEqualTo("answered");
        JsonNode own =
                anna.get("/api/v1/user/requests?after=" + answered.position()).json();
        assertThat(own.at("/items/0/state").asText()).isEqualTo("answered");
        assertThat(own.at("/items/0/subject").isMissingNode()).isTrue();
        assertThat(OFFICER.post(REQUESTS + "/" + id + "/extend", "{\"reason\":\"complexity\"}")
                        .problem())
                .isEqualTo("request-state");
    }

    @Test
    void an_erasure_is_one_of_them_and_its_extension_is_told_to_the_person() {
        Instant before = Instant.now();
        String id = asksForErasure();
        assertThat(request(id).path("kind").asText()).isEqualTo("erasure");

        Answer extended = OFFICER.post(REQUESTS + "/" + id + "/extend", "{\"reason\":\"number_of_requests\"}");
        assertThat(extended.status()).isEqualTo(200);
        JsonNode own =
                anna.get("/api/v1/user/requests?after=" + extended.position()).json();
        assertThat(own.at("/items/0/extension/reason").asText()).isEqualTo("number_of_requests");
        assertThat(Instant.parse(own.at("/items/0/due").asText()))
                .isAfterOrEqualTo(before.atZone(ZoneOffset.UTC).plusMonths(3).toInstant());
        assertThat(OFFICER.post(REQUESTS + "/" + id + "/extend", "{\"reason\":\"complexity\"}")
                        .problem())
                .isEqualTo("request-state");
        assertThat(OFFICER.post(REQUESTS + "/" + id + "/answer", "{\"response\":\"complied\"}")
                        .problem())
                .isEqualTo("request-state");
    }

    @Test
    void after_the_first_period_nothing_is_extended() {
        String id = entered("objection", "ccpa", Instant.now().minus(Duration.ofDays(46)))
                .json()
                .path("id")
                .asText();

        assertThat(OFFICER.post(REQUESTS + "/" + id + "/extend", "{\"reason\":\"complexity\"}")
                        .problem())
                .isEqualTo("request-state");
        assertThat(metric("patina_requests_overdue")).isGreaterThanOrEqualTo(1);
        assertThat(metric("patina_requests_due")).isGreaterThanOrEqualTo(metric("patina_requests_overdue"));
        assertThat(OFFICER.post(REQUESTS + "/" + id + "/answer", "{\"response\":\"nothing_kept\"}")
                        .status())
                .isEqualTo(200);
    }

    private static double metric(String name) {
        String all = new String(
                Node.engineer().get("/actuator/prometheus").response().body(), StandardCharsets.UTF_8);
        return all.lines()
                .filter(line -> line.startsWith(name))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .max()
                .orElseThrow();
    }

    @Test
    void a_denied_erasure_is_not_carried_out_and_says_on_which_basis() {
        String id = asksForErasure();

        Answer denied = OFFICER.post(REQUESTS + "/" + id + "/deny", DENIAL);

        assertThat(denied.status()).isEqualTo(200);
        assertThat(OFFICER.post(REQUESTS + "/" + id + "/deny", DENIAL).status())
                .as("denying it again changes nothing")
                .isEqualTo(200);
        JsonNode own =
                anna.get("/api/v1/user/requests?after=" + denied.position()).json();
        assertThat(own.at("/items/0/state").asText()).isEqualTo("denied");
        assertThat(own.at("/items/0/denial/basis").asText()).isEqualTo("identity_not_verified");
        assertThat(own.toString()).doesNotContain("2026-17");
        assertThat(request(id).at("/denial/reference").asText()).isEqualTo("2026-17");
        assertThat(anna.get("/api/v1/user/erasure").status()).isEqualTo(404);
        assertThat(anna.post("/api/v1/events", CraftCatalogue.view("m-1", "joint-1"))
                        .problem())
                .isNotEqualTo("leaving");
    }

    @Test
    void what_was_taken_back_is_not_denied_and_stays_withdrawn() {
        String id = asksForErasure();
        anna.delete("/api/v1/user/erasure");
        await().until(() -> request(id).path("state").asText().equals("withdrawn"));

        Answer denied = OFFICER.post(REQUESTS + "/" + id + "/deny", DENIAL);
        assertThat(denied.status()).isEqualTo(409);
        assertThat(denied.problem()).isEqualTo("request-state");
        assertThat(request(id).path("state").asText()).isEqualTo("withdrawn");
    }

    @Test
    void a_denied_copy_is_not_made_and_stays_denied() {
        String id = anna.post("/api/v1/user/exports", "{}").json().path("id").asText();
        await().until(() -> OFFICER.get(REQUESTS + "/" + id).status() == 200);

        Answer denied = OFFICER.post(
                REQUESTS + "/" + id + "/deny", "{\"basis\":\"identity_not_verified\",\"reference\":\"18\"}");

        assertThat(denied.status()).isIn(200, 409); // the latter when it was made before, and so is answered
        if (denied.status() == 200) {
            await().untilAsserted(() -> {
                JsonNode export = anna.get("/api/v1/user/exports/" + id).json();
                assertThat(export.path("state").asText()).isEqualTo("deleted");
                assertThat(export.path("removal").asText()).isEqualTo("denied");
            });
            assertThat(request(id).path("state").asText()).isEqualTo("denied");
            await().untilAsserted(() -> assertThat(
                            new String(OFFICER.get(REQUESTS + "/log").response().body(), StandardCharsets.UTF_8))
                    .containsPattern(id + ",[^\r]*,denied,identity_not_verified"));
        }
    }

    @Test
    void are_chosen_by_state_kind_and_due_date() {
        Answer late = entered("rectification", "ccpa", Instant.now().minus(Duration.ofDays(60)));
        Answer early = entered("rectification", "ccpa", Instant.now());
        String page = REQUESTS + "?kind=rectification&state=open&limit=200&after=" + early.position();

        assertThat(OFFICER.get(page).json().findValuesAsText("id"))
                .contains(
                        late.json().path("id").asText(), early.json().path("id").asText());
        assertThat(OFFICER.get(page + "&due=" + Instant.now()).json().findValuesAsText("id"))
                .contains(late.json().path("id").asText())
                .doesNotContain(early.json().path("id").asText());
        assertThat(OFFICER.get(REQUESTS + "?kind=rectification&limit=1")
                        .json()
                        .path("next")
                        .asText())
                .isNotEmpty();
        assertThat(OFFICER.get(REQUESTS + "?kind=access&state=withdrawn&limit=200")
                        .json()
                        .findValuesAsText("id"))
                .doesNotContain(late.json().path("id").asText());
        for (Answer each : new Answer[] {late, early}) {
            OFFICER.post(
                    REQUESTS + "/" + each.json().path("id").asText() + "/deny",
                    "{\"basis\":\"excessive\",\"reference\":\"17\"}");
        }
    }

    @Test
    void are_chosen_by_the_manner_in_which_they_came() {
        anna.get("/api/v1/user/consents", "Sec-GPC", "1");
        String letter =
                entered("access", "gdpr", Instant.now()).json().path("id").asText();
        String own = REQUESTS + "?subject=" + request(letter).path("subject").asText();
        await().until(() -> manners(own).size() == 3);

        assertThat(manners(own + "&exceptManner=opt_out_preference_signal")).containsExactly("letter");
        assertThat(manners(own + "&manner=opt_out_preference_signal").size()).isEqualTo(2);
        assertThat(manners(own + "&manner=letter,phone")).containsExactly("letter");
        assertThat(manners(own + "&manner=phone")).isEmpty();
        for (String wrong :
                List.of("manner=pigeon", "exceptManner=letter,pigeon", "manner=letter&exceptManner=letter")) {
            Answer refused = OFFICER.get(own + "&" + wrong);
            assertThat(refused.status()).as(wrong).isEqualTo(400);
            assertThat(refused.problem()).isEqualTo("invalid-request");
            assertThat(refused.json().at("/errors/0/field").asText()).isEqualTo(wrong.replaceFirst("=.*", ""));
            assertThat(refused.json().at("/errors/0/message").asText()).startsWith("must ");
        }
        for (String wrong : List.of("state=lost", "kind=whim", "due=soon")) {
            assertThat(OFFICER.get(own + "&" + wrong).status()).as(wrong).isEqualTo(400);
        }
    }

    private static List<String> manners(String address) {
        return OFFICER.get(address).json().path("items").findValuesAsText("manner");
    }

    @Test
    void their_log_is_a_table_with_what_the_regulation_names() {
        String id = asksForErasure();
        anna.delete("/api/v1/user/erasure");

        await().untilAsserted(() -> {
            String table = new String(OFFICER.get(REQUESTS + "/log").response().body(), StandardCharsets.UTF_8);
            assertThat(table)
                    .startsWith("request,date_of_request,nature_of_request,manner_of_request,law,date_due,"
                            + "extended_because,date_of_response,nature_of_response,basis_for_denial,reference\r\n")
                    .containsPattern(id + ",[^,]+,erasure,account,gdpr,[^,]+,,[^,]+,withdrawn,,\r\n")
                    .doesNotContain(name);
        });
        assertThat(new String(
                        OFFICER.get(REQUESTS + "/log?to=2026-01-01T00:00:00Z")
                                .response()
                                .body(),
                        StandardCharsets.UTF_8))
                .doesNotContain(id);
    }

    @Test
    void what_cannot_be_is_refused() {
        assertThat(entered("erasure", "gdpr", Instant.now()).problem()).isEqualTo("invalid-request");
        assertThat(entered("access", "gdpr", Instant.now().plusSeconds(900)).problem())
                .isEqualTo("invalid-request");
        assertThat(OFFICER.get(REQUESTS + "/" + UUID.randomUUID()).status()).isEqualTo(404);
        assertThat(OFFICER.get(REQUESTS + "?state=lost").problem()).isEqualTo("invalid-request");
        for (Role role : new Role[] {Role.SUBJECT, Role.ENGINEER, Role.PRODUCT, Role.SERVICE, Role.CREATOR}) {
            assertThat(Node.as(role, "somebody").get(REQUESTS).status()).isEqualTo(403);
        }
    }
}
