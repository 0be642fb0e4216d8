package com.videowindow.patina.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.privacy.PlatformUserId;
import com.videowindow.patina.domain.privacy.SubjectDirectory;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What people set themselves is a request that was met as they set it, and is found wherever requests are. */
class SetByPeopleTest {
    private static final String REQUESTS = "/api/v1/compliance/requests";
    private static final String CONSENTS = "/api/v1/user/consents/analytics";
    private static final Calls OFFICER = Node.officer();

    private final String name = "anna-" + UUID.randomUUID();
    private final Calls anna = Node.person(name).consenting();

    private List<JsonNode> own(int number) {
        return await().until(
                        () -> {
                            JsonNode items =
                                    anna.get("/api/v1/user/requests").json().path("items");
                            return items.valueStream().toList();
                        },
                        items -> items.size() == number);
    }

    private static String log() {
        return new String(OFFICER.get(REQUESTS + "/log").response().body(), StandardCharsets.UTF_8);
    }

    @Test
    void an_objection_a_restriction_and_a_limit_are_requests_that_were_complied_with_at_once() {
        anna.put(CONSENTS + "/objection", "{}");
        anna.put(CONSENTS + "/objection", "{}");
        anna.put(CONSENTS + "/restriction", "{\"ground\": \"claims\"}");
        anna.put("/api/v1/user/controls/limit_use", "{\"on\": true}");
        anna.put("/api/v1/user/controls/non_profiling", "{\"on\": true}");
        anna.put("/api/v1/user/controls/limit_use", "{\"on\": false}");

        List<JsonNode> own = own(3);
        assertThat(own)
                .extracting(one -> one.path("kind").asText(), one -> one.path("regulation")
                        .asText())
                .containsExactlyInAnyOrder(
                        tuple("objection", "gdpr"), tuple("restriction", "gdpr"), tuple("limit_use", "ccpa"));
        assertThat(own).allSatisfy(one -> {
            assertThat(one.path("state").asText()).isEqualTo("answered");
            assertThat(one.path("response").asText()).isEqualTo("complied");
            assertThat(one.path("manner").asText()).isEqualTo("account");
            assertThat(one.path("closedAt")).isEqualTo(one.path("receivedAt"));
            String id = one.path("id").asText();
            assertThat(OFFICER.get(REQUESTS + "/" + id).json().path("kind")).isEqualTo(one.path("kind"));
            assertThat(OFFICER.post(REQUESTS + "/" + id + "/extend", "{\"reason\":\"complexity\"}")
                            .problem())
                    .isEqualTo("request-state");
        });
        assertThat(OFFICER.get(REQUESTS + "?kind=limit_use&limit=200").json().findValuesAsText("id"))
                .containsAnyElementsOf(
                        own.stream().map(one -> one.path("id").asText()).toList());
    }

    @Test
    void a_signal_is_in_the_log_with_date_nature_manner_and_response() throws Exception {
        anna.get("/api/v1/user/consents", "Sec-GPC", "1");
        anna.get("/api/v1/user/consents", "Sec-GPC", "1");

        List<JsonNode> own = own(2);
        assertThat(own)
                .extracting(one -> one.path("kind").asText())
                .containsExactlyInAnyOrder("sale_opt_out", "sharing_opt_out");
        String log = log();
        for (JsonNode one : own) {
            String at = one.path("receivedAt").asText();
            assertThat(log)
                    .containsPattern(one.path("id").asText() + "," + at + ","
                            + one.path("kind").asText() + ",opt_out_preference_signal,ccpa,[^,]+,," + at
                            + ",complied,,\r\n");
        }
        assertThat(log).doesNotContain(name);
    }

    @Test
    void its_dossier_proves_the_request_and_what_was_set_by_it() throws Exception {
        anna.put(CONSENTS + "/objection", "{}");
        String id = own(1).getFirst().path("id").asText();

        String note = Offline.text(OFFICER.get(REQUESTS + "/" + id + "/dossier"));

        assertThat(Offline.check("check_dossier.py", note))
                .startsWith("good: patina.dossier.v1 " + id + " 1 events, 3 consents, signed by patina.local/");
        JsonNode said = DossierTest.said(note);
        assertThat(said.at("/events/0/type").asText()).isEqualTo("RequestMet");
        assertThat(said.path("consents").findValuesAsText("event")).contains("ObjectionRaised");
    }

    @Test
    void the_month_s_report_counts_them() throws Exception {
        anna.get("/api/v1/user/consents", "Sec-GPC", "1");
        anna.put(CONSENTS + "/objection", "{}");
        own(3);

        String note = Offline.text(OFFICER.get("/api/v1/compliance/reports/" + YearMonth.now(ZoneOffset.UTC)));

        JsonNode met = DossierTest.said(note).path("metAtOnce");
        assertThat(met.at("/sale_opt_out/opt_out_preference_signal").asInt()).isPositive();
        assertThat(met.at("/objection/account").asInt()).isPositive();
    }

    @Test
    void what_an_officer_sets_for_somebody_is_none_of_theirs() {
        SubjectId subject = Node.context()
                .getBean(SubjectDirectory.class)
                .knownSubjectOf(new PlatformUserId(name))
                .orElseThrow();
        OFFICER.post(
                "/api/v1/compliance/subjects/" + subject + "/consents/analytics/rulings",
                "{\"ruling\": \"object\", \"reference\": \"2026-17\"}");
        anna.put("/api/v1/user/controls/limit_use", "{\"on\": true}");
        assertThat(own(1).getFirst().path("kind").asText()).isEqualTo("limit_use");
    }
}
