package com.videowindow.patina.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.videowindow.patina.api.Calls.Answer;
import com.videowindow.patina.domain.audit.LogEvidence;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** One file shows how a request was dealt with, to whoever has the public key. */
class DossierTest {
    private static final String REQUESTS = "/api/v1/compliance/requests/";
    private static final Calls OFFICER = Node.officer();

    private final String name = "anna-" + UUID.randomUUID();
    private final Calls anna = Node.person(name).consenting();

    private static String dossier(String request) {
        Answer answer = OFFICER.get(REQUESTS + request + "/dossier");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Disposition")).contains("dossier-" + request + ".note");
        return Offline.text(answer);
    }

    /** What is signed: the text before the signatures. */
    static JsonNode said(String note) throws IOException {
        return new ObjectMapper().readTree(note.substring(0, note.lastIndexOf("\n\n")));
    }

    @Test
    void of_a_denied_erasure_has_what_was_asked_and_why_it_was_denied() throws Exception {
        String id = anna.post("/api/v1/user/erasure", "{}").json().path("id").asText();
        OFFICER.post(REQUESTS + id + "/extend", "{\"reason\":\"complexity\"}");
        Answer denied = OFFICER.post(
                REQUESTS + id + "/deny", "{\"basis\":\"identity_not_verified\",\"reference\":\"2026-17\"}");
        anna.get("/api/v1/user/requests?after=" + denied.position());

        String note = dossier(id);
        assertThat(Offline.check("check_dossier.py", note))
                .startsWith("good: patina.dossier.v1 " + id + " 4 events, 2 consents, signed by patina.local/");
        JsonNode said = said(note);
        assertThat(said.path("events").findValuesAsText("type"))
                .containsExactly("ErasureRequested", "RequestExtended", "RequestDenied", "ErasureCancelled");
        assertThat(said.at("/events/2/said").asText()).contains("identity_not_verified", "2026-17");
        assertThat(said.at("/request/state").asText()).isEqualTo("denied");
        assertThat(said.at("/request/extension/reason").asText()).isEqualTo("complexity");
        assertThat(said.at("/consents/0/change/event").asText()).isEqualTo("ConsentGiven");
        assertThat(note).doesNotContain(name);
    }

    @Test
    void of_a_copy_of_everything_has_the_archive_s_figures_and_nothing_of_what_is_in_it() throws Exception {
        CraftCatalogue.publish();
        anna.post("/api/v1/events", CraftCatalogue.view("m-1", "joint-1"));
        String id = anna.post("/api/v1/user/exports", "{}").json().path("id").asText();
        await().atMost(Duration.ofSeconds(30)).until(() -> anna.get("/api/v1/user/exports/" + id)
                .json()
                .path("state")
                .asText()
                .equals("ready"));
        await().until(() ->
                OFFICER.get(REQUESTS + id).json().path("state").asText().equals("answered"));

        String note = dossier(id);
        assertThat(Offline.check("check_dossier.py", note)).startsWith("good: patina.dossier.v1 " + id + " 2 events");
        assertThat(said(note).path("events").findValuesAsText("type")).containsExactly("ExportRequested", "ExportMade");
        assertThat(said(note).at("/request/response").asText()).isEqualTo("complied");
        assertThat(note).doesNotContain(name, "joint-1");
    }

    @Test
    void of_one_that_came_by_letter_is_good_until_a_byte_of_it_is_another() throws Exception {
        Answer entered = OFFICER.post(
                "/api/v1/compliance/requests", """
                {"userId":"%s","kind":"access","manner":"letter","regulation":"gdpr","receivedAt":"%s"}
                """.formatted(name, Instant.now().minus(Duration.ofDays(3))));
        String id = entered.json().path("id").asText();
        OFFICER.post(REQUESTS + id + "/answer", "{\"response\":\"complied\"}");
        await().until(() ->
                OFFICER.get(REQUESTS + id).json().path("state").asText().equals("answered"));

        String note = dossier(id);
        assertThat(Offline.check("check_dossier.py", note)).startsWith("good: ");
        int signature = note.lastIndexOf("\n\n");
        for (int at : new int[] {
            0, note.indexOf(id), note.indexOf("said") + 20, note.indexOf("extra ") + 9, signature, note.length() - 5
        }) {
            char other = note.charAt(at) == 'A' ? 'B' : 'A';
            String changed = note.substring(0, at) + other + note.substring(at + 1);
            assertThat(Offline.check("check_dossier.py", changed))
                    .as("changed at %d of %d", at, note.length())
                    .startsWith("bad: ");
        }
        assertThat(Offline.check("check_dossier.py", note.stripTrailing())).startsWith("bad: ");
        assertThat(Offline.check("check_dossier.py", note.replace("\n", "\r\n")))
                .startsWith("bad: ");
    }

    @Test
    void of_the_erasure_of_a_part_has_every_step_and_not_what_it_was_about() throws Exception {
        CraftCatalogue.publish();
        anna.post("/api/v1/events", CraftCatalogue.view("m-1", "joint-1"));
        String id = anna.post("/api/v1/user/erasures/parts", "{\"contentId\":\"joint-1\",\"graceDays\":3}")
                .json()
                .path("id")
                .asText();
        await().until(() -> anna.get("/api/v1/user/erasures/parts/" + id)
                .json()
                .path("hidden")
                .asBoolean());
        Answer denied = OFFICER.post(
                REQUESTS + id + "/deny", "{\"basis\":\"identity_not_verified\",\"reference\":\"2026-17\"}");
        anna.get("/api/v1/user/requests?after=" + denied.position());

        String note = dossier(id);
        assertThat(Offline.check("check_dossier.py", note)).startsWith("good: patina.dossier.v1 " + id + " 4 events");
        assertThat(said(note).path("events").findValuesAsText("type"))
                .containsExactly("PartErasureRequested", "PartHidden", "RequestDenied", "PartErasureCancelled");
        assertThat(said(note).path("events").findValuesAsText("said")).hasSize(4);
        assertThat(note).doesNotContain(name, "joint-1");
    }

    @Test
    void of_one_that_came_by_opendsr_has_what_was_received() throws Exception {
        String id = UUID.randomUUID().toString();
        OFFICER.post("/api/v1/compliance/opendsr/requests", """
                {"subject_request_id":"%s","subject_request_type":"erasure","regulation":"gdpr","submitted_time":"%s",
                 "api_version":"2.0","subject_identities":[
                   {"identity_type":"controller_customer_id","identity_value":"%s","identity_format":"raw"}]}
                """.formatted(
                        id, Instant.now().minusSeconds(60), name));
        OFFICER.delete("/api/v1/compliance/opendsr/requests/" + id);
        await().until(() ->
                OFFICER.get(REQUESTS + id).json().path("state").asText().equals("withdrawn"));

        String note = dossier(id);
        assertThat(Offline.check("check_dossier.py", note)).startsWith("good: ");
        assertThat(said(note).path("events").findValuesAsText("type"))
                .containsExactlyInAnyOrder(
                        "ErasureRequested", "OpenDsrReceived", "ErasureCancelled", "OpenDsrCancelled");
    }

    @Test
    void of_nothing_or_of_another_request_is_no_dossier_though_it_is_signed() throws Exception {
        String id = anna.post("/api/v1/user/erasure", "{}").json().path("id").asText();
        anna.delete("/api/v1/user/erasure");
        JsonNode whole = said(dossier(id));
        LogEvidence evidence = Node.context().getBean(LogEvidence.class);

        String nothing = evidence.attest(((ObjectNode) whole.deepCopy())
                        .set("events", new ObjectMapper().createArrayNode())
                        .toPrettyString()
                + "\n");
        assertThat(Offline.check("check_dossier.py", nothing)).startsWith("bad: nothing in it");
        String another = evidence.attest(((ObjectNode) whole.deepCopy())
                        .set(
                                "request",
                                ((ObjectNode) whole.path("request"))
                                        .put("id", UUID.randomUUID().toString()))
                        .toPrettyString()
                + "\n");
        assertThat(Offline.check("check_dossier.py", another)).startsWith("bad: nothing in it");
    }

    @Test
    void is_for_officers_and_each_look_at_it_is_written_down() {
        String id = anna.post("/api/v1/user/erasure", "{}").json().path("id").asText();
        dossier(id);
        await().untilAsserted(() -> assertThat(
                        anna.get("/api/v1/user/lookups").json().path("items").findValuesAsText("kind"))
                .contains("dossier"));
        assertThat(OFFICER.get(REQUESTS + UUID.randomUUID() + "/dossier").status())
                .isEqualTo(404);
        anna.delete("/api/v1/user/erasure");
    }
}
