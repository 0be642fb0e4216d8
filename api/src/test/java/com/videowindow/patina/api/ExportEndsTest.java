package com.videowindow.patina.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import com.videowindow.patina.api.Calls.Answer;
import com.videowindow.patina.api.security.Role;
import com.videowindow.patina.command.export.ExportCommand;
import com.videowindow.patina.command.export.ExportCommand.RecordMade;
import com.videowindow.patina.command.export.ExportCommand.RequestExport;
import com.videowindow.patina.domain.LogPosition;
import com.videowindow.patina.domain.erasure.Actor;
import com.videowindow.patina.domain.erasure.Regulation;
import com.videowindow.patina.domain.export.ArchiveSummary;
import com.videowindow.patina.domain.export.Archives;
import com.videowindow.patina.domain.export.ExportId;
import com.videowindow.patina.domain.export.ExportProgress;
import com.videowindow.patina.domain.request.RequestKind;
import com.videowindow.patina.embedded.SharedElasticsearch;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.bson.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Archives rest for a while, and nothing of them is left then. */
class ExportEndsTest {
    private static final String EXPORTS = MarkedPerson.EXPORTS;
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final Archives ARCHIVES = Node.context().getBean(Archives.class);

    @BeforeAll
    static void publish() {
        CraftCatalogue.publish();
    }

    /** How many secrets stand under this name. */
    static long secretsOf(String export) {
        MongoClient client = Node.context().getBean(MongoClient.class);
        String name = Node.context().getBean(MongoDatabase.class).getName() + "-keys";
        long found = 0;
        for (Document secret : client.getDatabase(name).getCollection("secrets").find()) {
            found += secret.getString("_id").contains(export) ? 1 : 0;
        }
        return found;
    }

    private static long pieces() {
        return Node.context()
                .getBean(MongoDatabase.class)
                .getCollection("archive-pieces")
                .countDocuments();
    }

    @Test
    void what_is_deleted_is_gone_with_its_keys_and_counts_for_the_day() {
        MarkedPerson anna = MarkedPerson.with("anna");
        String id = anna.asks().path("id").asText();
        anna.reaches(id, "ready");
        long before = pieces();
        assertThat(anna.calls().delete(EXPORTS + "/" + id).json().path("state").asText())
                .isEqualTo("deleted");

        assertThat(pieces()).isLessThan(before);
        assertThat(secretsOf(id)).isZero();
        await().atMost(SOON).untilAsserted(() -> assertThat(
                        anna.calls().get(EXPORTS + "/" + id + "/archive").problem())
                .isEqualTo("export-gone"));
        for (int i = 0; i < 4; i++) {
            String next = anna.asks().path("id").asText();
            assertThat(anna.calls().delete(EXPORTS + "/" + next).status()).isEqualTo(200);
        }
        Answer enough = anna.calls().post(EXPORTS, "{}");
        assertThat(enough.status()).isEqualTo(429);
        assertThat(enough.problem()).isEqualTo("too-many-exports");
        assertThat(Integer.parseInt(enough.header("Retry-After"))).isBetween(86_000, 86_401);
    }

    private static JsonNode asked(ExportId id) {
        return Node.officer().get("/api/v1/compliance/requests/" + id).json();
    }

    private static void stands(ExportId id, String state) {
        await().atMost(SOON)
                .untilAsserted(
                        () -> assertThat(asked(id).path("state").asText()).isEqualTo(state));
    }

    @Test
    void who_thinks_of_leaving_can_have_a_copy_first_and_finds_everything_as_it_was() throws Exception {
        MarkedPerson anna = MarkedPerson.with("anna");
        JsonNode first = anna.asks();
        String made = first.path("id").asText();
        anna.reaches(made, "ready");
        String erasure = anna.calls()
                .post("/api/v1/user/erasure", "{}")
                .json()
                .path("id")
                .asText();
        opensWithEverything(anna, anna.asks());

        Node.officer()
                .post(
                        "/api/v1/compliance/erasures/" + erasure + "/hold",
                        "{\"basis\": \"legal_claim\", \"reference\": \"2026-17\"}");
        assertThat(anna.calls().get("/api/v1/user/erasure").json().path("state").asText())
                .isEqualTo("held");
        JsonNode held = anna.asks();
        opensWithEverything(anna, held);
        stands(ExportId.of(held.path("id").asText()), "answered");

        assertThat(anna.calls().delete("/api/v1/user/erasure").status()).isEqualTo(200);
        opensWithEverything(anna, first);
    }

    /** As someone whose copy tells of what they ordered and of what was learned from it. */
    private static void opensWithEverything(MarkedPerson anna, JsonNode asked) throws Exception {
        String id = asked.path("id").asText();
        anna.reaches(id, "ready");
        Map<String, String> files = anna.opens(id, asked.path("password").asText());
        assertThat(files.get("data/orders.json")).contains(anna.marker());
        assertThat(files.get("data/interests.json")).contains("interestScore");
    }

    @Test
    void who_leaves_takes_it_with_them_and_what_was_not_made_is_closed() {
        MarkedPerson anna = MarkedPerson.with("anna");
        ExportId made = ExportId.of(anna.asks().path("id").asText());
        anna.reaches(made.toString(), "ready");
        ExportId waiting = new ExportId(UUID.randomUUID());
        request(anna, waiting);
        anna.calls().post("/api/v1/user/erasure", "{\"graceDays\":0}");

        stands(waiting, "ended_by_erasure");
        assertThat(asked(waiting).path("closedAt").asText()).isNotEmpty();
        await().atMost(SOON).until(() -> ARCHIVES.standing(made).isEmpty());
        assertThat(secretsOf(made.toString())).isZero();
        assertThat(Node.officer()
                        .get("/api/v1/compliance/exports/" + made)
                        .json()
                        .path("removal")
                        .asText())
                .isEqualTo("leaving");
        assertThat(asked(made).path("state").asText()).as("as it was before").isEqualTo("answered");
        await().untilAsserted(() -> assertThat(requestLog())
                .containsPattern(waiting + ",[^,]+,access,account,gdpr,[^,]+,,[^,]+,ended_by_erasure,,\r\n"));
    }

    @Test
    void what_is_deleted_before_it_was_made_is_taken_back() {
        MarkedPerson anna = MarkedPerson.with("anna");
        ExportId waiting = new ExportId(UUID.randomUUID());
        request(anna, waiting);
        assertThat(anna.calls().delete(EXPORTS + "/" + waiting).status()).isEqualTo(200);

        stands(waiting, "withdrawn");
        await().untilAsserted(() -> assertThat(requestLog())
                .containsPattern(waiting + ",[^,]+,access,account,gdpr,[^,]+,,[^,]+,withdrawn,,\r\n"));
    }

    private static String requestLog() {
        return new String(
                Node.officer().get("/api/v1/compliance/requests/log").response().body(), StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @ValueSource(strings = {"interactions", "lookups", "requests"})
    void a_document_that_is_missing_in_an_index_fails_it(String index) {
        MarkedPerson anna = MarkedPerson.with("anna");
        Answer entered =
                Node.as(Role.COMPLIANCE, "officer").post("/api/v1/compliance/requests", """
                {"userId":"%s","kind":"restriction","manner":"letter","regulation":"gdpr"}""".formatted(anna.name()));
        assertThat(entered.status()).as(entered.json().toString()).isEqualTo(201);
        anna.reaches(anna.asks().path("id").asText(), "ready");
        Calls elastic = new Calls(SharedElasticsearch.uri(), null);
        JsonNode hit = elastic.get("/" + index + "/_search?q=body.subject:%22" + anna.subject() + "%22")
                .json()
                .at("/hits/hits/0");
        assertThat(elastic.delete("/" + hit.path("_index").asText() + "/_doc/"
                                + hit.path("_id").asText() + "?refresh=true")
                        .status())
                .isEqualTo(200);

        String id = anna.asks().path("id").asText();
        JsonNode failed = anna.reaches(id, "failed");
        assertThat(failed.path("failure").asText()).isEqualTo("incomplete");
        assertThat(anna.calls().get(EXPORTS + "/" + id + "/archive").problem()).isEqualTo("export-state");
        stands(ExportId.of(id), "failed");
        String answer = "/api/v1/compliance/requests/" + id + "/answer";
        assertThat(Node.officer().post(answer, "{\"response\":\"complied\"}").status())
                .as("by hand, since the engine does no more")
                .isEqualTo(200);
        stands(ExportId.of(id), "answered");
    }

    @Test
    void another_goes_on_after_a_node_that_died_and_its_pieces_are_gone() throws Exception {
        MarkedPerson anna = MarkedPerson.with("anna");
        ExportId id = new ExportId(UUID.randomUUID());
        long before = pieces();
        ARCHIVES.begin(id, anna.subject(), "secret".toCharArray(), Instant.now());
        Archives.Draft dead =
                ARCHIVES.claim(id, Instant.now(), Duration.ofMillis(500)).orElseThrow();
        assertThat(ARCHIVES.claim(id, Instant.now(), Duration.ofMillis(500))).isEmpty();
        OutputStream out = dead.out();
        out.write(new byte[2_500_000]);
        assertThat(pieces()).isGreaterThanOrEqualTo(before + 2);
        request(anna, id);
        anna.reaches(id.toString(), "ready");

        assertThatThrownBy(() -> out.write(new byte[2_000_000])).isInstanceOf(Archives.Overtaken.class);
        dead.close();
        assertThat(anna.opens(id.toString(), "secret").get("data/orders.json")).contains(anna.marker());
        ARCHIVES.remove(Set.of(id));
        assertThat(ARCHIVES.open(id)).isEmpty();
    }

    @Test
    void what_expired_is_removed() {
        MarkedPerson anna = MarkedPerson.with("anna");
        ExportId id = new ExportId(UUID.randomUUID());
        ARCHIVES.begin(id, anna.subject(), "secret".toCharArray(), Instant.now());
        ARCHIVES.claim(id, Instant.now(), Duration.ofMinutes(5)).orElseThrow().progress(1, 2);
        request(anna, id);
        assertThat(anna.calls().get(EXPORTS + "/" + id).json().path("progress").toString())
                .isEqualTo("{\"done\":1,\"total\":2}");
        Instant past = Instant.now().minusSeconds(1);
        send(new RecordMade(id, anna.subject(), new ArchiveSummary(LogPosition.START, 0, 0, 0, "00"), past, past));

        anna.reaches(id.toString(), "expired");
        await().atMost(SOON).until(() -> ARCHIVES.standing(id).isEmpty());
        assertThat(secretsOf(id.toString())).isZero();
        assertThat(anna.calls().get(EXPORTS + "/" + id + "/archive").problem()).isEqualTo("export-gone");
    }

    private static void request(MarkedPerson person, ExportId id) {
        Actor self = new Actor(Actor.Kind.SUBJECT, person.subject());
        send(new RequestExport(
                id, person.subject(), self, RequestKind.ACCESS, Regulation.GDPR, null, 5, Instant.now()));
    }

    private static void send(ExportCommand step) {
        ExportProgress unused = Node.context().getBean(CommandGateway.class).sendAndWait(step);
    }
}
