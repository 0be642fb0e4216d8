package com.videowindow.patina.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.videowindow.patina.command.export.ExportCommand;
import com.videowindow.patina.command.export.ExportCommand.RecordMade;
import com.videowindow.patina.command.export.ExportCommand.RequestExport;
import com.videowindow.patina.command.request.RequestCommand.ReceiveRequest;
import com.videowindow.patina.domain.LogPosition;
import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.audit.LogEvidence;
import com.videowindow.patina.domain.erasure.Actor;
import com.videowindow.patina.domain.erasure.Regulation;
import com.videowindow.patina.domain.export.ArchiveSummary;
import com.videowindow.patina.domain.export.ExportId;
import com.videowindow.patina.domain.privacy.PlatformUserId;
import com.videowindow.patina.domain.privacy.SubjectDirectory;
import com.videowindow.patina.domain.request.Manner;
import com.videowindow.patina.domain.request.OpenRequests;
import com.videowindow.patina.domain.request.RequestId;
import com.videowindow.patina.domain.request.RequestKind;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.junit.jupiter.api.Test;

/** What is asked for while the engine does it already is a request of its own, with its own clock, and answered with that. */
class JoinedRequestsTest {
    private static final String REQUESTS = "/api/v1/compliance/requests/";
    private static final String ERASURES = "/api/v1/compliance/erasures";
    private static final Calls OFFICER = Node.officer();

    private final String name = "anna-" + UUID.randomUUID();
    private final String id = UUID.randomUUID().toString();
    private final Calls anna = Node.person(name).consenting();
    private final Instant submitted = Instant.now().minus(Duration.ofDays(50)).truncatedTo(ChronoUnit.SECONDS);

    private void send(String type, String law) {
        assertThat(OFFICER.post(
                                "/api/v1/compliance/opendsr/requests",
                                OpenDsrTest.body(id, type, law, submitted, name, ""))
                        .status())
                .isEqualTo(201);
    }

    private String leaves() {
        return anna.post("/api/v1/user/erasure", "{}").json().path("id").asText();
    }

    private static JsonNode request(String id) {
        return await().until(() -> OFFICER.get(REQUESTS + id), one -> one.status() == 200)
                .json();
    }

    private static void awaitState(String id, String state) {
        await().untilAsserted(
                        () -> assertThat(request(id).path("state").asText()).isEqualTo(state));
    }

    @Test
    void by_a_tool_it_has_its_own_law_day_and_due_date_in_the_list_the_csv_the_dossier_and_the_alarms()
            throws Exception {
        String own = leaves();
        send("erasure", "ccpa");

        JsonNode joined = request(id);
        assertThat(joined.path("id").asText()).isEqualTo(id);
        assertThat(joined.path("joined").asText()).isEqualTo(own);
        assertThat(joined.path("regulation").asText()).isEqualTo("ccpa");
        assertThat(joined.path("receivedAt").asText()).isEqualTo(submitted.toString());
        String due = submitted.plus(45, ChronoUnit.DAYS).toString();
        assertThat(joined.path("due").asText()).isEqualTo(due);
        assertThat(Node.context().getBean(OpenRequests.class).open().stream()
                        .filter(one -> one.request().toString().equals(id)))
                .singleElement()
                .matches(one -> one.due().isBefore(Instant.now()));
        await().untilAsserted(() -> assertThat(Offline.text(OFFICER.get(REQUESTS + "log")))
                .contains(id + "," + submitted + ",erasure,operator,ccpa," + due + ",,,,,"));
        String dossier = Offline.text(OFFICER.get(REQUESTS + id + "/dossier"));
        assertThat(DossierTest.said(dossier).path("events").findValuesAsText("type"))
                .containsExactly("ErasureRequested", "RequestReceived", "OpenDsrReceived");
        assertThat(Offline.check("check_dossier.py", dossier)).startsWith("good: ");

        anna.delete("/api/v1/user/erasure");
        awaitState(id, "withdrawn");
    }

    @Test
    void is_denied_with_the_one_that_it_joined() {
        String own = leaves();
        send("erasure", "gdpr");
        request(id);
        OFFICER.post(REQUESTS + own + "/deny", "{\"basis\":\"legal_claim\",\"reference\":\"2026-17\"}");
        awaitState(id, "denied");
        assertThat(request(id).at("/denial/basis").asText()).isEqualTo("legal_claim");
        assertThat(request(id).at("/denial/reference").asText()).isEqualTo("2026-17");
    }

    @Test
    void is_answered_with_the_one_that_it_joined() throws Exception {
        ExportId copy = new ExportId(UUID.randomUUID());
        SubjectId subject = subject();
        Actor self = new Actor(Actor.Kind.SUBJECT, subject);
        carryOut(new RequestExport(copy, subject, self, RequestKind.ACCESS, Regulation.GDPR, null, 5, Instant.now()));
        send("access", "ccpa");
        assertThat(request(id).path("joined").asText()).isEqualTo(copy.toString());
        assertThat(request(id).path("kind").asText()).isEqualTo("access");

        ArchiveSummary archive = new ArchiveSummary(LogPosition.START, 0, 0, 0, "00");
        carryOut(new RecordMade(copy, subject, archive, Instant.now().plusSeconds(60), Instant.now()));
        awaitState(id, "answered");
        assertThat(request(id).path("response").asText()).isEqualTo("complied");
        assertThat(bound(dossier(id)))
                .containsExactly(
                        "ExportRequested", "RequestReceived", "OpenDsrReceived", "ExportMade", "RequestAnswered");
    }

    private static String dossier(String id) throws IOException {
        String note = Offline.text(OFFICER.get(REQUESTS + id + "/dossier"));
        assertThat(Offline.check("check_dossier.py", note)).startsWith("good: patina.dossier.v1 " + id);
        return note;
    }

    private static List<String> bound(String dossier) throws IOException {
        return DossierTest.said(dossier).path("events").findValuesAsText("type");
    }

    @Test
    void once_its_person_was_erased_its_dossier_binds_the_end_of_the_keys_the_certificate_and_who_was_told()
            throws Exception {
        String own = leaves();
        send("erasure", "ccpa");
        assertThat(request(id).path("joined").asText()).isEqualTo(own);
        anna.post("/api/v1/user/erasure", "{\"graceDays\":0}");
        await().atMost(Duration.ofMinutes(2))
                .untilAsserted(
                        () -> assertThat(request(id).path("response").asText()).isEqualTo("complied"));
        await().untilAsserted(() -> assertThat(bound(dossier(id))).contains("PartyTold"));

        String note = dossier(id);
        assertThat(bound(note))
                .contains("RequestReceived", "OpenDsrReceived", "RequestAnswered")
                .containsSubsequence("ErasureRequested", "ErasureStarted", "SubjectErased", "ErasureCertified");
        assertThat(note).doesNotContain(name);
        assertThat(bound(dossier(own))).as("its own is as before").doesNotContain("RequestReceived", "RequestAnswered");
        assertThat(without("ErasureCertified", note)).startsWith("bad: it says that somebody was erased");
        assertThat(without("RequestReceived", note)).startsWith("bad: something in it is about another");
    }

    /** What is said of one that lacks an event, though it is signed. */
    private static String without(String event, String dossier) throws IOException {
        ObjectNode less = (ObjectNode) DossierTest.said(dossier);
        ArrayNode left = less.putArray("events");
        DossierTest.said(dossier)
                .path("events")
                .valueStream()
                .filter(each -> !each.path("type").asText().equals(event))
                .forEach(left::add);
        String signed = Node.context().getBean(LogEvidence.class).attest(less.toPrettyString() + "\n");
        return Offline.check("check_dossier.py", signed);
    }

    @Test
    void to_a_part_its_dossier_binds_the_steps_of_that() throws Exception {
        String part = anna.post("/api/v1/user/erasures/parts", "{\"contentId\":\"joint-1\",\"graceDays\":3}")
                .json()
                .path("id")
                .asText();
        SubjectId subject = subject();
        RequestId request = new RequestId(UUID.fromString(id));
        Node.context()
                .getBean(CommandGateway.class)
                .sendAndWait(new ReceiveRequest(
                        request,
                        subject,
                        new Actor(Actor.Kind.OFFICER, subject),
                        RequestKind.PARTIAL_ERASURE,
                        Manner.LETTER,
                        Regulation.CCPA,
                        submitted,
                        new RequestId(UUID.fromString(part)),
                        Instant.now()));
        request(id);
        await().untilAsserted(() ->
                assertThat(bound(dossier(id))).contains("RequestReceived", "PartErasureRequested", "PartHidden"));
        anna.delete("/api/v1/user/erasures/parts/" + part);
    }

    private SubjectId subject() {
        return Node.context()
                .getBean(SubjectDirectory.class)
                .knownSubjectOf(new PlatformUserId(name))
                .orElseThrow();
    }

    private static void carryOut(ExportCommand command) {
        Node.context().getBean(CommandGateway.class).sendAndWait(command);
    }

    @Test
    void by_letter_under_another_law_it_is_entered_once_and_denied_alone() {
        String own = leaves();
        String letter = "{\"userId\":\"" + name + "\",\"regulation\":\"ccpa\"}";
        assertThat(OFFICER.post(ERASURES, letter).json().path("id").asText()).isEqualTo(own);
        long position = OFFICER.post(ERASURES, letter).position();
        OFFICER.post(ERASURES, letter.replace("ccpa", "gdpr"));

        JsonNode all =
                anna.get("/api/v1/user/requests?after=" + position).json().path("items");
        assertThat(all.findValuesAsText("regulation")).containsExactlyInAnyOrder("gdpr", "ccpa");
        String joined = all.valueStream()
                .filter(each -> each.path("joined").asText().equals(own))
                .findFirst()
                .orElseThrow()
                .path("id")
                .asText();
        assertThat(OFFICER.post(REQUESTS + joined + "/deny", "{\"basis\":\"excessive\",\"reference\":\"2026-18\"}")
                        .status())
                .isEqualTo(200);
        awaitState(joined, "denied");
        assertThat(anna.get("/api/v1/user/erasure").json().path("state").asText())
                .isEqualTo("pending");
    }
}
