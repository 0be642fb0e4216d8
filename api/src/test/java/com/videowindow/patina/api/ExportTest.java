package com.videowindow.patina.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
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
import com.videowindow.patina.embedded.SharedElasticsearch;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.bson.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A person is given everything that is held about them, whole or not at all, and nobody else is. */
class ExportTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final Calls OFFICER = Node.as(Role.COMPLIANCE, "officer");
    private static final String EXPORTS = MarkedPerson.EXPORTS;
    private static final Archives ARCHIVES = Node.context().getBean(Archives.class);

    @BeforeAll
    static void publish() {
        CraftCatalogue.publish();
    }

    private static String sha256(byte[] bytes) throws GeneralSecurityException {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }

    private static long secretsOf(String export) {
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
    void everything_about_anna_is_in_it_in_three_forms_and_nothing_about_ben() throws Exception {
        MarkedPerson anna = MarkedPerson.with("anna");
        MarkedPerson ben = MarkedPerson.with("ben");
        JsonNode asked = anna.asks();
        String id = asked.path("id").asText();
        JsonNode ready = anna.reaches(id, "ready");
        byte[] archive = anna.fetches(id);
        Map<String, String> files =
                OpenedArchive.of(archive, asked.path("password").asText());

        for (String kind : Set.of("interactions", "orders", "feedback", "preferences", "trails")) {
            assertThat(files.get("data/" + kind + ".json")).contains(anna.marker());
            assertThat(files.get("data/" + kind + ".csv")).contains(anna.marker());
        }
        assertThat(JSON.readTree(files.get("data/consents.json"))).hasSize(2);
        assertThat(JSON.readTree(files.get("data/reasons.json"))).isNotEmpty();
        assertThat(JSON.readTree(files.get("data/reasons.json")).get(0).path("reasons"))
                .isNotEmpty();
        assertThat(files.get("data/interests.csv")).contains("technique:" + anna.marker());
        assertThat(files.get("index.html"))
                .contains("&lt;script&gt;" + anna.marker(), "What you did", "Why things were recommended to you")
                .doesNotContain("<script");
        assertThat(files.get("data/interactions.csv")).contains(",'=cmd " + anna.marker());
        assertThat(files.values()).allSatisfy(text -> assertThat(text)
                .doesNotContain(ben.marker(), ben.subject().toString()));
        counts(files, ready, archive);
        assertThat(new String(archive, StandardCharsets.ISO_8859_1)).doesNotContain(anna.marker());
    }

    private static void counts(Map<String, String> files, JsonNode ready, byte[] archive) throws Exception {
        JsonNode manifest = JSON.readTree(files.get("manifest.json"));
        JsonNode events = manifest.path("events");
        assertThat(events.path("written")).isEqualTo(events.path("counted"));
        assertThat(events.path("forgotten")).isEmpty();
        assertThat(events.path("counted").toString())
                .isEqualTo("{\"ConsentGiven\":2,\"ExportRequested\":1,\"FeedbackGiven\":1,\"InteractionRecorded\":2,"
                        + "\"OrderPlaced\":1,\"PreferencesStated\":1,\"RecommendationsServed\":1}");
        assertThat(ready.at("/archive/events").asLong()).isEqualTo(9);
        assertThat(manifest.path("files")).hasSize(files.size() - 1);
        for (JsonNode file : manifest.path("files")) {
            byte[] text = String.valueOf(files.get(file.path("name").asText())).getBytes(StandardCharsets.UTF_8);
            assertThat(file.path("sha256").asText()).isEqualTo(sha256(text));
            assertThat(file.path("bytes").asLong()).isEqualTo(text.length);
        }
        assertThat(ready.at("/archive/sha256").asText()).isEqualTo(sha256(archive));
        assertThat(ready.at("/archive/bytes").asLong()).isEqualTo(archive.length);
        for (JsonNode part : JSON.readTree(files.get("about.json")).path("parts")) {
            assertThat(part.path("about").path("lawfulBasis").asText()).isNotBlank();
            assertThat(part.path("about").path("retention").asText()).isNotBlank();
        }
    }

    @Test
    void only_its_person_has_the_password_and_may_fetch_it_again() throws Exception {
        MarkedPerson anna = MarkedPerson.with("anna");
        JsonNode asked = anna.asks();
        String id = asked.path("id").asText();
        assertThat(asked.path("password").asText()).matches("[2-9a-z]{5}(-[2-9a-z]{5}){4}");
        JsonNode ready = anna.reaches(id, "ready");
        assertThat(ready.has("password")).isFalse();
        assertThat(secretsOf(id))
                .as("the key that it rests under, and no password")
                .isEqualTo(1);
        assertThat(Instant.parse(ready.path("expiresAt").asText()))
                .isAfter(Instant.now().plus(Duration.ofDays(6)));
        assertThat(ready.has("downloadedAt")).isFalse();

        Answer first = anna.calls().get(EXPORTS + "/" + id + "/archive");
        assertThat(first.header("Content-Type")).isEqualTo("application/zip");
        assertThat(first.header("Content-Disposition"))
                .isEqualTo("attachment; filename=\"patina-export-" + id + ".zip\"");
        assertThat(first.header("Cache-Control")).contains("no-store");
        assertThat(anna.fetches(id)).isEqualTo(first.response().body());
        await().atMost(SOON)
                .until(() -> anna.calls().get(EXPORTS + "/" + id).json().has("downloadedAt"));
        assertThatThrownBy(() -> anna.opens(id, "23456-23456-23456-23456-23456"))
                .isInstanceOf(GeneralSecurityException.class);
        assertThat(OpenedArchive.of(
                        first.response().body(), asked.path("password").asText()))
                .containsKey("index.html");
    }

    @Test
    void nobody_else_finds_it() {
        MarkedPerson anna = MarkedPerson.with("anna");
        Calls ben = Node.person("ben-" + UUID.randomUUID()).consenting();
        String path = EXPORTS + "/" + anna.asks().path("id").asText();
        anna.reaches(path.substring(path.lastIndexOf('/') + 1), "ready");

        assertThat(ben.get(path).status()).isEqualTo(404);
        assertThat(ben.get(path + "/archive").status()).isEqualTo(404);
        assertThat(ben.delete(path).status()).isEqualTo(404);
        assertThat(ben.get(EXPORTS).json().path("items")).isEmpty();
        assertThat(anna.calls().get(EXPORTS).json().path("items")).hasSize(1);
        assertThat(OFFICER.get(path + "/archive").status()).isEqualTo(403);
        assertThat(Node.person("nobody-" + UUID.randomUUID())
                        .post(EXPORTS, "{}")
                        .status())
                .isEqualTo(404);
        for (Role role : new Role[] {Role.SUBJECT, Role.ENGINEER, Role.PRODUCT, Role.SERVICE, Role.CREATOR}) {
            assertThat(Node.as(role, "somebody")
                            .get("/api/v1/compliance/exports")
                            .status())
                    .isEqualTo(403);
        }
    }

    @Test
    void an_officer_asks_for_who_wrote_to_them_and_sees_states_only() throws Exception {
        MarkedPerson anna = MarkedPerson.with("anna");
        Answer asked = OFFICER.post(
                "/api/v1/compliance/exports", "{\"userId\":\"%s\",\"regulation\":\"ccpa\"}".formatted(anna.name()));
        assertThat(asked.status()).isEqualTo(202);
        String id = asked.json().path("id").asText();
        JsonNode ready = anna.reaches(id, "ready");

        assertThat(ready.path("requestedBy").asText()).isEqualTo("officer");
        assertThat(Instant.parse(ready.path("deadline").asText()))
                .isAfter(Instant.now().plus(Duration.ofDays(44)));
        assertThat(anna.opens(id, asked.json().path("password").asText()).get("data/feedback.json"))
                .contains(anna.marker());
        Answer seen = OFFICER.get("/api/v1/compliance/exports/" + id);
        assertThat(seen.json().path("state").asText()).isEqualTo("ready");
        assertThat(OFFICER.get("/api/v1/compliance/exports?state=ready&limit=1")
                        .json()
                        .path("items"))
                .hasSize(1);
        assertThat(OFFICER.get("/api/v1/compliance/exports/" + id + "/archive").status())
                .isEqualTo(404);
        assertThat(OFFICER.post("/api/v1/compliance/exports", "{\"userId\":\"nobody-%s\"}".formatted(UUID.randomUUID()))
                        .status())
                .isEqualTo(404);
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

    @Test
    void who_leaves_takes_it_with_them() {
        MarkedPerson anna = MarkedPerson.with("anna");
        String id = anna.asks().path("id").asText();
        anna.reaches(id, "ready");
        anna.calls().post("/api/v1/user/erasure", "{}");

        assertThat(anna.reaches(id, "deleted").path("removal").asText()).isEqualTo("leaving");
        assertThat(ARCHIVES.standing(ExportId.of(id))).isEmpty();
        assertThat(secretsOf(id)).isZero();
        assertThat(anna.calls().post(EXPORTS, "{}").problem()).isEqualTo("leaving");
        assertThat(anna.calls().delete("/api/v1/user/erasure").status()).isEqualTo(200);
        anna.reaches(anna.asks().path("id").asText(), "ready");
    }

    @Test
    void a_document_that_is_missing_in_an_index_fails_it() {
        MarkedPerson anna = MarkedPerson.with("anna");
        anna.reaches(anna.asks().path("id").asText(), "ready");
        Calls elastic = new Calls(SharedElasticsearch.uri(), null);
        JsonNode hit = elastic.get("/interactions/_search?q=body.subject:%22" + anna.subject() + "%22")
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

    private static void request(MarkedPerson person, ExportId id) {
        Actor self = new Actor(Actor.Kind.SUBJECT, person.subject());
        send(new RequestExport(id, person.subject(), self, Regulation.GDPR, 5, Instant.now()));
    }

    private static void send(ExportCommand step) {
        ExportProgress unused = Node.context().getBean(CommandGateway.class).sendAndWait(step);
    }

    @Test
    void what_expired_is_removed() {
        MarkedPerson anna = MarkedPerson.with("anna");
        ExportId id = new ExportId(UUID.randomUUID());
        ARCHIVES.begin(id, anna.subject(), "secret".toCharArray(), Instant.now());
        Archives.Draft elsewhere =
                ARCHIVES.claim(id, Instant.now(), Duration.ofMinutes(5)).orElseThrow();
        elsewhere.finish(new ArchiveSummary(LogPosition.START, 0, 0, 0, "00"));
        request(anna, id);
        Instant past = Instant.now().minusSeconds(1);
        send(new RecordMade(id, anna.subject(), new ArchiveSummary(LogPosition.START, 0, 0, 0, "00"), past, past));

        anna.reaches(id.toString(), "expired");
        await().atMost(SOON).until(() -> ARCHIVES.standing(id).isEmpty());
        assertThat(secretsOf(id.toString())).isZero();
        assertThat(anna.calls().get(EXPORTS + "/" + id + "/archive").problem()).isEqualTo("export-gone");
    }

    @Test
    void a_page_shows_the_latest_of_many_and_the_table_has_all() throws Exception {
        MarkedPerson anna = MarkedPerson.with("anna");
        int many = 1_200;
        for (int from = 0; from < many; from += 100) {
            StringBuilder batch = new StringBuilder();
            for (int i = from; i < from + 100; i++) {
                batch.append(batch.isEmpty() ? "" : ",").append(CraftCatalogue.view("many-" + i, "bowl-2"));
            }
            assertThat(anna.calls()
                            .post("/api/v1/events/batch", "{\"events\":[" + batch + "]}")
                            .status())
                    .isLessThan(300);
        }
        JsonNode asked = anna.asks();
        anna.reaches(asked.path("id").asText(), "ready");
        Map<String, String> files =
                anna.opens(asked.path("id").asText(), asked.path("password").asText());

        assertThat(String.valueOf(files.get("data/interactions.csv")).lines()).hasSize(many + 2 + 1);
        assertThat(JSON.readTree(files.get("data/interactions.json"))).hasSize(many + 2);
        assertThat(files.get("index.html")).contains("The latest 1000 of 1202 are shown here.");
    }
}
