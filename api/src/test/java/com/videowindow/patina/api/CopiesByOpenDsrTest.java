package com.videowindow.patina.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.videowindow.patina.command.export.ExportCommand;
import com.videowindow.patina.command.export.ExportCommand.RecordMade;
import com.videowindow.patina.command.export.ExportCommand.RequestExport;
import com.videowindow.patina.domain.LogPosition;
import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.erasure.Actor;
import com.videowindow.patina.domain.erasure.Regulation;
import com.videowindow.patina.domain.export.ArchiveSummary;
import com.videowindow.patina.domain.export.ExportId;
import com.videowindow.patina.domain.request.Arrival;
import com.videowindow.patina.domain.request.Manner;
import com.videowindow.patina.domain.request.RequestKind;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a tool sends again, since the node that took it died on the way, finds what was begun for it. */
class CopiesByOpenDsrTest {
    private static final String OPENDSR = "/api/v1/compliance/opendsr/requests";
    private static final Calls TOOL = Node.officer();

    private final MarkedPerson anna = MarkedPerson.with("anna");
    private final String id = UUID.randomUUID().toString();
    private final Instant submitted = Instant.now().minus(Duration.ofDays(2)).truncatedTo(ChronoUnit.SECONDS);
    private final ExportId begun = new ExportId(
            UUID.nameUUIDFromBytes(("opendsr/" + anna.subject() + '/' + id).getBytes(StandardCharsets.UTF_8)));

    @BeforeAll
    static void publish() {
        CraftCatalogue.publish();
    }

    private JsonNode send(String type) {
        Calls.Answer taken = TOOL.post(OPENDSR, OpenDsrTest.body(id, type, "gdpr", submitted, anna.name(), ""));
        assertThat(taken.status()).as(taken.json().toString()).isEqualTo(201);
        return taken.json();
    }

    private static void carryOut(ExportCommand command) {
        Node.context().getBean(CommandGateway.class).sendAndWait(command);
    }

    /** As far as the node came that died. */
    private void begin(RequestKind kind) {
        SubjectId subject = anna.subject();
        Actor officer = new Actor(Actor.Kind.OFFICER, new SubjectId(UUID.randomUUID()));
        Arrival came = new Arrival(Manner.OPERATOR, submitted);
        carryOut(new RequestExport(begun, subject, officer, kind, Regulation.GDPR, came, 5, Instant.now()));
    }

    private String copy() {
        await().atMost(Duration.ofMinutes(1)).until(() -> TOOL.get(OPENDSR + "/" + id)
                .json()
                .path("request_status")
                .asText()
                .equals("completed"));
        String results = TOOL.get(OPENDSR + "/" + id).json().path("results_url").asText();
        return results.substring(results.lastIndexOf('/') + 1);
    }

    private JsonNode requests() {
        return anna.calls().get("/api/v1/user/requests").json().path("items");
    }

    @Test
    void before_the_password_was_kept_it_is_one_request_and_what_is_told_opens_it() throws Exception {
        begin(RequestKind.ACCESS);
        String password = send("access").at("/extensions/archive_password").asText();
        assertThat(copy()).isEqualTo(begun.toString());
        assertThat(anna.opens(begun.toString(), password).get("data/orders.json"))
                .contains(anna.marker());
        await().untilAsserted(() -> assertThat(requests()).hasSize(1));
    }

    @Test
    void after_it_was_made_another_is_since_nobody_was_told_what_opens_the_first() throws Exception {
        begin(RequestKind.ACCESS);
        ArchiveSummary archive = new ArchiveSummary(LogPosition.START, 0, 0, 0, "00");
        carryOut(new RecordMade(begun, anna.subject(), archive, Instant.now().plusSeconds(60), Instant.now()));
        String password = send("access").at("/extensions/archive_password").asText();
        String copy = copy();
        assertThat(copy).isNotEqualTo(begun.toString());
        assertThat(anna.opens(copy, password).get("data/orders.json")).contains(anna.marker());
        awaitRemoval("deleted");
    }

    @Test
    void portability_is_listed_as_such() {
        send("portability");
        JsonNode request = await().until(
                        () -> TOOL.get("/api/v1/compliance/requests/" + id), one -> one.status() == 200)
                .json();
        assertThat(request.path("kind").asText()).isEqualTo("portability");
        assertThat(request.path("id").asText()).isEqualTo(begun.toString());
    }

    @Test
    void portability_that_is_denied_is_not_made() {
        begin(RequestKind.PORTABILITY);
        String request = "/api/v1/compliance/requests/" + begun;
        await().until(() -> TOOL.get(request).status() == 200);
        assertThat(TOOL.post(request + "/deny", "{\"basis\":\"excessive\",\"reference\":\"2026-19\"}")
                        .status())
                .isEqualTo(200);
        awaitRemoval("denied");
    }

    private void awaitRemoval(String why) {
        await().untilAsserted(() -> assertThat(anna.calls()
                        .get("/api/v1/user/exports/" + begun)
                        .json()
                        .path("removal")
                        .asText())
                .isEqualTo(why));
    }
}
