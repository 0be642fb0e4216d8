package com.videowindow.patina.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.videowindow.patina.api.Calls.Answer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tools of privacy desks send requests in the form of OpenDSR. */
class OpenDsrTest {
    private static final String REQUESTS = "/api/v1/compliance/opendsr/requests";
    private static final Calls TOOL = Node.officer();
    private final Instant submitted = Instant.now().minus(Duration.ofDays(2)).truncatedTo(ChronoUnit.SECONDS);

    private final String name = "anna-" + UUID.randomUUID();
    private final String id = UUID.randomUUID().toString();

    private String body(String id, String type, String regulation, String user, String more) {
        return body(id, type, regulation, submitted, user, more);
    }

    static String body(String id, String type, String regulation, Instant submitted, String user, String more) {
        return """
                {"subject_request_id":"%s","subject_request_type":"%s","regulation":"%s","submitted_time":"%s",
                 "api_version":"2.0","subject_identities":[
                   {"identity_type":"email","identity_value":"anna@example.com","identity_format":"raw"},
                   {"identity_type":"controller_customer_id","identity_value":"%s","identity_format":"raw"}],
                 "extensions":{"other.example":{"property_id":"1"}}%s}""".formatted(id, type, regulation, submitted, user, more);
    }

    private Answer send(String type, String regulation, String user, String more) {
        return TOOL.post(REQUESTS, body(id, type, regulation, user, more));
    }

    private static JsonNode status(String id) {
        return TOOL.get(REQUESTS + "/" + id).json();
    }

    private static String state(String id) {
        return status(id).path("request_status").asText();
    }

    @Test
    void a_deletion_under_the_ccpa_is_due_within_45_days_and_carried_out() {
        Calls anna = Node.person(name).consenting();
        Answer taken = send("erasure", "ccpa", name, ",\"skip_waiting_period\":true");

        assertThat(taken.status()).isEqualTo(201);
        assertThat(taken.json().path("subject_request_id").asText()).isEqualTo(id);
        assertThat(Base64.getDecoder()
                        .decode(taken.json().path("encoded_request").asText()))
                .asString(StandardCharsets.UTF_8)
                .contains("anna@example.com");
        assertThat(Instant.parse(taken.json().path("expected_completion_time").asText()))
                .isEqualTo(submitted.plus(45, ChronoUnit.DAYS));
        JsonNode erasure = TOOL.get("/api/v1/compliance/erasures/" + carried()).json();
        assertThat(erasure.path("regulation").asText()).isEqualTo("ccpa");
        assertThat(Instant.parse(erasure.path("deadline").asText())).isEqualTo(submitted.plus(45, ChronoUnit.DAYS));
        assertThat(clock(id)).containsExactly(submitted, submitted.plus(45, ChronoUnit.DAYS));
        assertThat(anna.get("/api/v1/user/consents").json().toString()).doesNotContain("\"granted\":true");

        await().until(() -> List.of("in_progress", "completed").contains(state(id)));
        assertThat(TOOL.delete(REQUESTS + "/" + id).problem()).isEqualTo("request-state");
    }

    /** The engine's own id, which is not the sender's. */
    private String carried() {
        String carried = await().until(() -> TOOL.get("/api/v1/compliance/requests/" + id), one -> one.status() == 200)
                .json()
                .path("id")
                .asText();
        assertThat(carried).isNotEqualTo(id);
        return carried;
    }

    /** When it came and by when it has to be answered, as officers see it. */
    private static List<Instant> clock(String id) {
        JsonNode request = await().until(
                        () -> TOOL.get("/api/v1/compliance/requests/" + id), one -> one.status() == 200)
                .json();
        return List.of(
                Instant.parse(request.path("receivedAt").asText()),
                Instant.parse(request.path("due").asText()));
    }

    @Test
    @Tag("long") // files are rewritten
    void a_deletion_is_certified_at_its_end() {
        Node.person(name).consenting();
        send("erasure", "ccpa", name, ",\"skip_waiting_period\":true");
        await().atMost(Duration.ofMinutes(2)).until(() -> state(id).equals("completed"));
        String certificate = status(id).path("results_url").asText();
        assertThat(certificate).endsWith("/api/v1/compliance/erasures/" + carried() + "/certificate");
        assertThat(new String(
                        TOOL.get(certificate.substring(certificate.indexOf("/api")))
                                .response()
                                .body(),
                        StandardCharsets.UTF_8))
                .contains("\"ccpa\"");
    }

    @Test
    void the_same_id_is_answered_as_before_and_pending_ones_can_be_taken_back() {
        Node.person(name).consenting();
        Answer first = send("erasure", "gdpr", name, "");
        Answer again = send("erasure", "gdpr", name, "");
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.json().path("received_time")).isEqualTo(first.json().path("received_time"));
        assertThat(Instant.parse(first.json().path("expected_completion_time").asText()))
                .isEqualTo(submitted.atZone(ZoneOffset.UTC).plusMonths(1).toInstant());
        assertThat(state(id)).isEqualTo("pending");

        assertThat(TOOL.delete(REQUESTS + "/" + id).status()).isEqualTo(202);
        assertThat(TOOL.delete(REQUESTS + "/" + id).status()).isEqualTo(202);
        assertThat(state(id)).isEqualTo("cancelled");
        await().untilAsserted(() -> assertThat(TOOL.get("/api/v1/compliance/erasures/" + carried())
                        .json()
                        .path("state")
                        .asText())
                .isEqualTo("cancelled"));
    }

    @Test
    void what_a_person_asked_for_themselves_is_joined_and_not_taken_back() {
        Calls anna = Node.person(name).consenting();
        String own = anna.post("/api/v1/user/erasure", "{}").json().path("id").asText();
        assertThat(send("erasure", "gdpr", name, "").status()).isEqualTo(201);
        assertThat(state(id)).isEqualTo("pending");

        assertThat(TOOL.delete(REQUESTS + "/" + id).problem()).isEqualTo("request-state");
        assertThat(anna.get("/api/v1/user/erasures/" + own).json().path("state").asText())
                .isEqualTo("pending");
    }

    @Test
    void about_nobody_the_same_is_answered() {
        Node.person(name).consenting();
        Answer known = send("erasure", "gdpr", name, "");
        String other = UUID.randomUUID().toString();
        Answer unknown = TOOL.post(REQUESTS, body(other, "erasure", "gdpr", "nobody-" + other, ""));

        assertThat(unknown.status()).isEqualTo(known.status());
        assertThat(unknown.json().fieldNames()).toIterable().containsExactlyElementsOf(() -> known.json()
                .fieldNames());
        assertThat(state(other)).isEqualTo(state(id)).isEqualTo("pending");
        assertThat(TOOL.delete(REQUESTS + "/" + other).status()).isEqualTo(202);
        assertThat(state(other)).isEqualTo("cancelled");

        String access = UUID.randomUUID().toString();
        Answer copy = TOOL.post(REQUESTS, body(access, "access", "gdpr", "nobody-" + other, ""));
        assertThat(copy.json().at("/extensions/archive_password").asText()).isNotEmpty();
        await().atMost(Duration.ofSeconds(20)).until(() -> state(access).equals("completed"));
    }

    @Test
    void a_copy_is_made_for_its_person_and_its_password_told_once() {
        Calls anna = Node.person(name).consenting();
        assertThat(send("access", "ccpa", name, "")
                        .json()
                        .at("/extensions/archive_password")
                        .asText())
                .isNotEmpty();
        assertThat(send("access", "ccpa", name, "").json().path("extensions")).isEmpty();
        assertThat(clock(id)).containsExactly(submitted, submitted.plus(45, ChronoUnit.DAYS));

        await().atMost(Duration.ofMinutes(1)).until(() -> state(id).equals("completed"));
        String results = status(id).path("results_url").asText();
        assertThat(results).startsWith("https://patina.example/api/v1/user/exports/");
        String path = results.substring(results.indexOf("/api"));
        assertThat(anna.get(path).json().path("regulation").asText()).isEqualTo("ccpa");
        assertThat(TOOL.get(path).status()).isIn(403, 404);
        assertThat(TOOL.delete(REQUESTS + "/" + id).problem()).isEqualTo("request-state");
    }

    @Test
    void a_correction_waits_for_officers_from_when_it_was_submitted() {
        Node.person(name).consenting();
        assertThat(send("rectification", "gdpr", name, "").status()).isEqualTo(201);
        await().until(() -> TOOL.get("/api/v1/compliance/requests/" + id)
                .json()
                .path("receivedAt")
                .asText()
                .equals(submitted.toString()));
        assertThat(state(id)).isEqualTo("pending");
        TOOL.post("/api/v1/compliance/requests/" + id + "/answer", "{\"response\":\"complied\"}");
        await().until(() -> state(id).equals("completed"));
    }

    @Test
    void answers_are_signed_as_notes_are(@TempDir Path folder) throws IOException, InterruptedException {
        Answer taken = send("erasure", "gdpr", "nobody-" + name, "");
        String key = new String(TOOL.get("/api/v1/audit/key").response().body(), StandardCharsets.UTF_8);
        String note = new String(taken.response().body(), StandardCharsets.UTF_8) + "\n— "
                + key.substring(0, key.indexOf('+')) + ' ' + taken.header("X-OpenDSR-Signature") + "\n";
        Files.writeString(folder.resolve("keys"), key);
        Files.writeString(folder.resolve("note"), note);

        Process check = new ProcessBuilder(
                        "python3",
                        "../ops/check_certificate.py",
                        "" + folder.resolve("keys"),
                        "" + folder.resolve("note"))
                .redirectErrorStream(true)
                .start();
        assertThat(new String(check.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .startsWith("good:");
        assertThat(check.waitFor()).isZero();
        assertThat(taken.header("X-OpenDSR-Processor-Domain")).isEqualTo("patina.example");
    }

    @Test
    void what_is_not_supported_is_said_and_refused() {
        assertThat(send("erasure", "gdpr", name, ",\"status_callback_urls\":[\"https://tool.example/callback\"]")
                        .json()
                        .toString())
                .contains("status_callback_urls");
        assertThat(send("erasure", "lgpd", name, "").problem()).isEqualTo("invalid-request");
        assertThat(send("restriction", "gdpr", name, "").problem()).isEqualTo("invalid-request");
        assertThat(TOOL.post(REQUESTS, "{").problem()).isEqualTo("malformed-body");
        assertThat(TOOL.post(REQUESTS, "{\"subject_request_id\":\"1\"}").status())
                .isEqualTo(400);
        assertThat(TOOL.post(
                                REQUESTS,
                                body(id, "erasure", "gdpr", name, "").replace("controller_customer_id", "android_id"))
                        .problem())
                .isEqualTo("invalid-request");
        assertThat(TOOL.get(REQUESTS + "/" + id).status()).isEqualTo(404);
        assertThat(Node.person(name)
                        .post(REQUESTS, body(id, "erasure", "gdpr", name, ""))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void what_is_supported_can_be_asked() {
        JsonNode here = TOOL.get("/api/v1/compliance/opendsr/discovery").json();
        assertThat(here.at("/supported_identities/0/identity_type").asText()).isEqualTo("controller_customer_id");
        assertThat(here.path("supported_subject_request_types")).hasSize(4);
        assertThat(here.path("processor_certificate").asText()).endsWith("/api/v1/audit/key");
    }

    @Test
    void nobody_asked_before_the_law_or_later_than_now() {
        Node.person(name).consenting();
        String body = body(id, "rectification", "ccpa", name, "");
        String time = "\"submitted_time\":\"" + submitted + "\"";
        for (String odd : List.of("1900-01-01T00:00:00Z", "2019-12-31T23:59:59Z", "2199-01-01T00:00:00Z")) {
            Answer refused = TOOL.post(REQUESTS, body.replace(time, "\"submitted_time\":\"" + odd + "\""));
            assertThat(refused.status()).as(odd).isEqualTo(400);
            assertThat(refused.json().at("/errors/0/field").asText()).isEqualTo("submitted_time");
        }
        assertThat(TOOL.get(REQUESTS + "/" + id).status()).isEqualTo(404);
        assertThat(TOOL.post("/api/v1/compliance/requests", """
                        {"userId":"%s","kind":"access","manner":"letter","regulation":"gdpr",
                         "receivedAt":"1900-01-01T00:00:00Z"}""".formatted(name))
                        .json()
                        .at("/errors/0/field")
                        .asText())
                .isEqualTo("receivedAt");
    }

    @Test
    void officers_find_what_a_tool_sent_by_the_id_that_the_tool_gave() throws Exception {
        Calls anna = Node.person(name).consenting();
        send("access", "gdpr", name, "");
        JsonNode found = await().until(() -> TOOL.get("/api/v1/compliance/requests/" + id), one -> one.status() == 200)
                .json();
        assertThat(found.path("kind").asText()).isEqualTo("access");
        assertThat(found.path("id").asText()).isNotEqualTo(id);
        assertThat(anna.get("/api/v1/user/exports/" + found.path("id").asText()).status())
                .isEqualTo(200);
        String dossier = Offline.text(TOOL.get("/api/v1/compliance/requests/" + id + "/dossier"));
        assertThat(DossierTest.said(dossier).path("events").findValuesAsText("type"))
                .contains("ExportRequested", "OpenDsrReceived");
        assertThat(Offline.check("check_dossier.py", dossier)).startsWith("good: ");
        assertThat(TOOL.get("/api/v1/compliance/requests/" + UUID.randomUUID()).status())
                .isEqualTo(404);
    }

    /** As docs/privacy.md has it, word for word. */
    @Test
    void what_differs_about_nobody_is_where_results_are_and_the_password_of_a_copy_that_is_being_made() {
        String other = UUID.randomUUID().toString();
        for (int i = 0; i < 2; i++) {
            String again = UUID.randomUUID().toString();
            assertThat(TOOL.post(REQUESTS, body(again, "access", "gdpr", "nobody-" + other, ""))
                            .json()
                            .at("/extensions/archive_password")
                            .asText())
                    .isNotEmpty();
            await().atMost(Duration.ofSeconds(20)).until(() -> state(again).equals("completed"));
            assertThat(status(again).has("results_url")).isFalse();
        }
    }
}
