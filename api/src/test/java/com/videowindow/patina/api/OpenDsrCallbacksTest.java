package com.videowindow.patina.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.videowindow.patina.api.Calls.Answer;
import com.videowindow.patina.domain.audit.FactLog;
import com.videowindow.patina.domain.opendsr.OpenDsrFacts;
import com.videowindow.patina.domain.opendsr.StatusCalls;
import com.videowindow.patina.domain.request.RequestId;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Who sends a request is told how it stands when that changes, until they listen; nobody else is called. */
class OpenDsrCallbacksTest {
    private static final String REQUESTS = "/api/v1/compliance/opendsr/requests";
    private static final Calls TOOL = Node.officer();
    private static final Duration SOON = Duration.ofSeconds(30);

    private final String name = "anna-" + UUID.randomUUID();
    private final String id = UUID.randomUUID().toString();

    private Answer send(String callbacks) {
        return send(id, callbacks);
    }

    private Answer send(String id, String callbacks) {
        return TOOL.post(REQUESTS, """
                {"subject_request_id":"%s","subject_request_type":"erasure","regulation":"gdpr","submitted_time":"%s",
                 "subject_identities":[
                   {"identity_type":"controller_customer_id","identity_value":"%s","identity_format":"raw"}],
                 "status_callback_urls":[%s]}""".formatted(id, Instant.now(), name, callbacks));
    }

    @Test
    void who_did_not_listen_at_first_is_told_again_once_and_signed() throws Exception {
        Node.person(name).consenting();
        assertThat(send("\"%s\",\"%s/too\"".formatted(Outbox.told(), Outbox.told()))
                        .status())
                .isEqualTo(201);
        assertThat(Outbox.of(id)).as("while it is pending").isEmpty();
        assertThat(TOOL.delete(REQUESTS + "/" + id).status()).isEqualTo(202);
        await().atMost(SOON).until(() -> Outbox.of(id).size() == 2);

        Outbox.Message told = Outbox.of(id).getFirst();
        JsonNode body = new ObjectMapper().readTree(told.body());
        assertThat(body.path("subject_request_id").asText()).isEqualTo(id);
        assertThat(body.path("request_status").asText()).isEqualTo("cancelled");
        assertThat(body.path("status_callback_url").asText()).startsWith(Outbox.told());
        assertThat(told.headers()).containsEntry("X-OpenDSR-Processor-Domain", "patina.example");
        String key = new String(TOOL.get("/api/v1/audit/key").response().body(), StandardCharsets.UTF_8);
        String note = told.body() + "\n— " + key.substring(0, key.indexOf('+')) + ' '
                + told.headers().get("X-OpenDSR-Signature") + "\n";
        assertThat(Offline.check("check_certificate.py", note)).startsWith("good:");

        String later = UUID.randomUUID().toString();
        assertThat(send(later, "\"%s\"".formatted(Outbox.told())).status()).isEqualTo(201);
        assertThat(TOOL.delete(REQUESTS + "/" + later).status()).isEqualTo(202);
        await().atMost(SOON).until(() -> Outbox.of(later).size() == 1);
        assertThat(Outbox.of(id)).as("after two more looks").hasSize(2);
        Answer dossier = TOOL.get("/api/v1/compliance/requests/" + id + "/dossier");
        assertThat(DossierTest.said(Offline.text(dossier)).path("events").findValuesAsText("type"))
                .filteredOn("OpenDsrTold"::equals)
                .hasSize(2);
    }

    @Test
    void of_nobody_the_same_is_told() {
        assertThat(send("\"%s\"".formatted(Outbox.told())).status()).isEqualTo(201);
        assertThat(TOOL.delete(REQUESTS + "/" + id).status()).isEqualTo(202);
        await().atMost(SOON).until(() -> Outbox.of(id).size() == 1);
    }

    @Test
    void that_it_is_about_nobody_is_told_by_the_log_and_needs_no_read_model() {
        assertThat(send("").status()).isEqualTo(201);
        assertThat(isAboutNobody(id)).isTrue();

        String known = UUID.randomUUID().toString();
        Node.person(name).consenting();
        assertThat(send(known, "").status()).isEqualTo(201);
        assertThat(isAboutNobody(known)).isFalse();
        assertThat(isAboutNobody(id)).as("who comes later is somebody else").isTrue();
    }

    private static boolean isAboutNobody(String request) {
        FactLog facts = Node.context().getBean(FactLog.class);
        return Node.context()
                .getBean(StatusCalls.class)
                .isAboutNobody(
                        OpenDsrFacts.received(facts, RequestId.of(request)).orElseThrow());
    }

    @Test
    void of_nobody_it_is_told_that_it_is_complete_when_its_time_is_over() throws Exception {
        String access = """
                {"subject_request_id":"%s","subject_request_type":"access","regulation":"gdpr","submitted_time":"%s",
                 "subject_identities":[
                   {"identity_type":"controller_customer_id","identity_value":"%s","identity_format":"raw"}],
                 "status_callback_urls":["%s"]}""".formatted(id, Instant.now(), name, Outbox.told());
        assertThat(TOOL.post(REQUESTS, access).status()).isEqualTo(201);
        await().atMost(SOON).until(() -> Outbox.of(id).size() == 1);
        assertThat(new ObjectMapper()
                        .readTree(Outbox.of(id).getFirst().body())
                        .path("request_status")
                        .asText())
                .isEqualTo("completed");
    }

    @Test
    void nobody_is_called_whom_the_operator_did_not_name() {
        String host = Outbox.told().substring(0, Outbox.told().indexOf("/told"));
        for (String other : List.of(
                "https://tool.example/told",
                host + "/elsewhere",
                host + "/told/" + name,
                host + "/told?of=" + name,
                host + "/told/../elsewhere",
                host + "/told/%2e%2e/elsewhere",
                host + "/told/anna@tool.example",
                host + "/told/..;/elsewhere",
                host.replace("127.0.0.1", "127.0.0.1.example") + "/told",
                host.replace("http://", "http://me@") + "/told",
                "file:///told",
                "mailto:told",
                "/told")) {
            Answer refused = send("\"" + other + "\"");
            assertThat(refused.status()).as(other).isEqualTo(422);
            assertThat(refused.problem()).isEqualTo("unknown-callback");
            assertThat(refused.json().toString())
                    .contains("status_callback_urls")
                    .doesNotContain(other, name);
        }
        String six = String.join(",", Collections.nCopies(6, '"' + Outbox.told() + '"'));
        assertThat(send(six).status()).isEqualTo(400);
        assertThat(TOOL.get(REQUESTS + "/" + id).status()).isEqualTo(404);
    }
}
