package com.videowindow.patina.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.videowindow.patina.api.Calls.Answer;
import com.videowindow.patina.command.request.RequestCommand.ReceiveRequest;
import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.erasure.Actor;
import com.videowindow.patina.domain.erasure.Erasures;
import com.videowindow.patina.domain.erasure.Regulation;
import com.videowindow.patina.domain.privacy.PlatformUserId;
import com.videowindow.patina.domain.privacy.SubjectDirectory;
import com.videowindow.patina.domain.request.Manner;
import com.videowindow.patina.domain.request.RequestId;
import com.videowindow.patina.domain.request.RequestKind;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.junit.jupiter.api.Test;

/** By when, with what, and on which basis what came to the operator is answered. */
class RequestsAnsweredTest {
    private static final String REQUESTS = "/api/v1/compliance/requests";
    private static final Calls OFFICER = Node.officer();
    private static final String UNVERIFIED = "{\"basis\":\"identity_not_verified\",\"reference\":\"2026-17\"}";
    private static final String IN_PART =
            "{\"response\":\"complied_in_part\",\"basis\":\"rights_of_others\",\"reference\":\"2026-18\"}";

    private final String name = "anna-" + UUID.randomUUID();

    private Answer enter(String kind, String regulation) {
        return OFFICER.post(REQUESTS, """
                {"userId":"%s","kind":"%s","manner":"email","regulation":"%s"}
                """.formatted(name, kind, regulation));
    }

    private String entered(String kind, String regulation) {
        Answer entered = enter(kind, regulation);
        assertThat(entered.status()).as(entered.json().toString()).isEqualTo(201);
        return entered.json().path("id").asText();
    }

    private static JsonNode request(String id) {
        return OFFICER.get(REQUESTS + "/" + id).json();
    }

    private static Answer decide(String id, String what, String body) {
        return OFFICER.post(REQUESTS + "/" + id + "/" + what, body);
    }

    private static JsonNode report(String id) throws Exception {
        String note = Offline.text(OFFICER.get("/api/v1/compliance/reports/" + YearMonth.now(ZoneOffset.UTC)));
        return DossierTest.said(note)
                .path("requests")
                .valueStream()
                .filter(each -> each.path("request").asText().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void an_opt_out_has_fifteen_business_days_and_no_more_and_needs_no_verification() {
        Node.person(name).consenting();
        for (String kind : List.of("sale_opt_out", "sharing_opt_out", "limit_use")) {
            String id = entered(kind, "ccpa");
            JsonNode open = request(id);
            Duration time = Duration.between(
                    Instant.parse(open.path("receivedAt").asText()),
                    Instant.parse(open.path("due").asText()));
            assertThat(time)
                    .isBetween(
                            Duration.ofDays(19).minusHours(1),
                            Duration.ofDays(21).plusHours(1));

            Answer longer = decide(id, "extend", "{\"reason\":\"complexity\"}");
            assertThat(longer.status()).isEqualTo(409);
            assertThat(longer.json().path("detail").asText()).contains("15 business days");
            Answer denied = decide(id, "deny", UNVERIFIED);
            assertThat(denied.status()).isEqualTo(422);
            assertThat(denied.json().at("/errors/0/field").asText()).isEqualTo("basis");
            assertThat(decide(id, "answer", "{\"response\":\"complied\"}").status())
                    .isEqualTo(200);
        }
        Answer foreign = enter("sale_opt_out", "gdpr");
        assertThat(foreign.problem()).isEqualTo("invalid-request");
        assertThat(foreign.json().at("/errors/0/field").asText()).isEqualTo("regulation");
    }

    @Test
    void what_is_answered_in_part_says_why_the_rest_was_denied() throws Exception {
        Calls anna = Node.person(name).consenting();
        String id = entered("access", "ccpa");
        for (String incomplete : List.of(
                "{\"response\":\"complied_in_part\"}",
                "{\"response\":\"complied_in_part\",\"basis\":\"excessive\"}",
                IN_PART.replace("complied_in_part", "complied"))) {
            assertThat(decide(id, "answer", incomplete).status()).as(incomplete).isEqualTo(400);
        }

        Answer answered = decide(id, "answer", IN_PART);

        assertThat(answered.status()).isEqualTo(200);
        assertThat(request(id).at("/denial/reference").asText()).isEqualTo("2026-18");
        JsonNode own = anna.get("/api/v1/user/requests?after=" + answered.position())
                .json()
                .at("/items/0");
        assertThat(own.path("response").asText()).isEqualTo("complied_in_part");
        assertThat(own.at("/denial/basis").asText()).isEqualTo("rights_of_others");
        assertThat(own.toString()).as("the operator's books").doesNotContain("2026-18");
        assertThat(log()).containsPattern(id + ",[^\r]*,complied_in_part,rights_of_others,2026-18\r\n");
        assertThat(report(id).path("basis").asText()).isEqualTo("rights_of_others");
        assertThat(report(id).path("reference").asText()).isEqualTo("2026-18");
        String dossier = Offline.text(OFFICER.get(REQUESTS + "/" + id + "/dossier"));
        assertThat(DossierTest.said(dossier).path("events").findValuesAsText("type"))
                .containsExactly("RequestReceived", "RequestAnsweredInPart");
        assertThat(dossier).contains("rights_of_others", "2026-18");
    }

    private static String log() {
        return new String(OFFICER.get(REQUESTS + "/log").response().body(), StandardCharsets.UTF_8);
    }

    @Test
    void of_somebody_unknown_it_is_written_down_that_nothing_is_kept() {
        for (String kind : List.of("access", "erasure")) {
            String id = entered(kind, "ccpa");
            JsonNode entered = request(id);
            assertThat(entered.path("state").asText()).isEqualTo("answered");
            assertThat(entered.path("response").asText()).isEqualTo("nothing_kept");
            await().untilAsserted(() -> assertThat(log())
                    .containsPattern(id + ",[^,]+," + kind + ",email,ccpa,[^\r]*,nothing_kept,,\r\n")
                    .doesNotContain(name));
        }
        assertThat(Node.person(name).get("/api/v1/user/requests").json().path("items"))
                .isEmpty();
    }

    @Test
    void what_a_tool_sent_about_nobody_is_among_the_requests_and_looks_to_the_tool_as_before() {
        String id = UUID.randomUUID().toString();
        assertThat(OFFICER.post("/api/v1/compliance/opendsr/requests", """
                {"subject_request_id":"%s","subject_request_type":"rectification","regulation":"ccpa",
                 "submitted_time":"2026-01-01T00:00:00Z","subject_identities":[{"identity_type":"controller_customer_id",
                 "identity_format":"raw","identity_value":"%s"}]}
                """.formatted(id, name))
                        .status())
                .isEqualTo(201);

        assertThat(request(id).path("response").asText()).isEqualTo("nothing_kept");
        assertThat(request(id).path("receivedAt").asText()).isEqualTo("2026-01-01T00:00:00Z");
        assertThat(OFFICER.get("/api/v1/compliance/opendsr/requests/" + id)
                        .json()
                        .path("request_status")
                        .asText())
                .isEqualTo("pending");
    }

    @Test
    void one_that_is_open_is_not_in_time_before_it_is_closed() throws Exception {
        Node.person(name).consenting();
        String id = entered("access", "gdpr");
        assertThat(report(id).has("inTime")).isFalse();
        assertThat(report(id).path("overdue").isBoolean()).isTrue();
        assertThat(report(id).path("overdue").asBoolean()).isFalse();

        decide(id, "answer", "{\"response\":\"complied\"}");

        assertThat(report(id).has("overdue")).isFalse();
        assertThat(report(id).path("inTime").asBoolean()).isTrue();
    }

    @Test
    void what_is_open_when_its_person_is_erased_is_closed_by_that() {
        Calls anna = Node.person(name).consenting();
        List<String> open = List.of(
                entered("access", "gdpr"),
                entered("objection", "gdpr"),
                entered("restriction", "gdpr"),
                anna.post("/api/v1/user/rectifications", "{\"statement\":\"That was my brother.\"}")
                        .json()
                        .path("id")
                        .asText());
        String answered = entered("access", "ccpa");
        decide(answered, "answer", "{\"response\":\"complied\"}");

        anna.post("/api/v1/user/erasure", "{\"graceDays\": 0}");

        await().atMost(Duration.ofMinutes(2)).untilAsserted(() -> assertThat(open)
                .allSatisfy(id -> assertThat(request(id).path("state").asText()).isEqualTo("ended_by_erasure")));
        assertThat(open)
                .allSatisfy(id -> assertThat(request(id).has("closedAt")).isTrue());
        assertThat(request(answered).path("state").asText()).isEqualTo("answered");
        assertThat(decide(open.getFirst(), "deny", UNVERIFIED).problem()).isEqualTo("request-state");
        await().untilAsserted(
                        () -> assertThat(log()).containsPattern(open.getFirst() + ",[^\r]*,ended_by_erasure,,\r\n"));
    }

    /** As one that was entered by a node that had looked whom it is about just before they were gone. */
    @Test
    void what_is_entered_while_its_person_leaves_is_closed_too() {
        Calls anna = Node.person(name).consenting();
        SubjectId subject = Node.context()
                .getBean(SubjectDirectory.class)
                .knownSubjectOf(new PlatformUserId(name))
                .orElseThrow();
        anna.post("/api/v1/user/erasure", "{\"graceDays\": 0}");
        Erasures erasures = Node.context().getBean(Erasures.class);
        await().atMost(Duration.ofMinutes(1)).until(() -> erasures.isErased(subject));

        RequestId late = new RequestId(UUID.randomUUID());
        Instant now = Instant.now();
        Node.context()
                .getBean(CommandGateway.class)
                .sendAndWait(new ReceiveRequest(
                        late,
                        subject,
                        new Actor(Actor.Kind.OFFICER, subject),
                        RequestKind.ACCESS,
                        Manner.PHONE,
                        Regulation.GDPR,
                        now,
                        null,
                        now));

        await().atMost(Duration.ofMinutes(1)).untilAsserted(() -> assertThat(
                        request(late.toString()).path("state").asText())
                .isEqualTo("ended_by_erasure"));
    }
}
