package com.videowindow.patina.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.videowindow.patina.api.Calls.Answer;
import com.videowindow.patina.api.security.Role;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A person is given everything that is held about them, whole or not at all, and nobody else is. */
class ExportTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final Calls OFFICER = Node.as(Role.COMPLIANCE, "officer");
    private static final String EXPORTS = MarkedPerson.EXPORTS;

    @BeforeAll
    static void publish() {
        CraftCatalogue.publish();
    }

    private static String sha256(byte[] bytes) throws GeneralSecurityException {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
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

    @Test
    void what_officers_looked_at_and_entered_is_in_it_too() throws Exception {
        MarkedPerson anna = MarkedPerson.with("anna");
        String who = "\"userId\":\"" + anna.name() + "\"";
        assertThat(OFFICER.post(
                                "/api/v1/compliance/subjects/search",
                                "{" + who + "}",
                                "Lookup-Reason",
                                "complaint",
                                "Lookup-Case",
                                "2026-17")
                        .status())
                .isEqualTo(200);
        Answer entered = OFFICER.post(
                "/api/v1/compliance/requests",
                "{" + who + ",\"kind\":\"restriction\",\"manner\":\"letter\",\"regulation\":\"gdpr\"}");
        assertThat(entered.status()).as(entered.json().toString()).isEqualTo(201);
        JsonNode asked = anna.asks();
        anna.reaches(asked.path("id").asText(), "ready");
        Map<String, String> files =
                anna.opens(asked.path("id").asText(), asked.path("password").asText());

        JsonNode lookups = JSON.readTree(files.get("data/lookups.json"));
        assertThat(lookups.findValuesAsText("kind")).hasSize(2).contains("requests");
        assertThat(lookups.get(0).path("reason").asText()).isEqualTo("complaint");
        assertThat(lookups.get(0).path("role").asText()).isEqualTo("officer");
        assertThat(lookups.get(0).has("by") || lookups.get(0).has("reference"))
                .as("who, and in which case, is nothing that pages of hers say")
                .isFalse();
        JsonNode requests = JSON.readTree(files.get("data/requests.json"));
        assertThat(requests.findValuesAsText("event")).containsExactly("RequestReceived");
        assertThat(requests.get(0).path("kind").asText()).isEqualTo("restriction");
        JsonNode counted = JSON.readTree(files.get("manifest.json")).at("/events/counted");
        assertThat(counted.path("LookedUp").asInt()).isEqualTo(2);
        assertThat(counted.path("RequestReceived").asInt()).isEqualTo(1);
        assertThat(about(files, "interactions").path("retention").asText()).contains("25 months");
        assertThat(about(files, "orders").path("retention").asText())
                .containsPattern("for 1[0-9]{2} months"); // others of these tests change how many
        assertThat(about(files, "erasures").path("recipients").asText())
                .contains("yourself", "officers of the operator who look after such requests");
    }

    @Test
    void numbers_of_cases_stay_in_the_operators_books() throws Exception {
        MarkedPerson anna = MarkedPerson.with("anna");
        isHeldAndReleased(anna);
        anna.calls().put("/api/v1/user/controls/minor", "{\"on\": true}");
        assertThat(OFFICER.post(
                                "/api/v1/compliance/subjects/" + anna.subject() + "/consents/analytics/guardian",
                                "{\"granted\": true, \"policyVersion\": \"1\", \"reference\": \"2026-17\"}")
                        .status())
                .isEqualTo(200);
        JsonNode asked = anna.asks();
        anna.reaches(asked.path("id").asText(), "ready");
        Map<String, String> files =
                anna.opens(asked.path("id").asText(), asked.path("password").asText());

        assertThat(files.get("data/erasures.json")).contains("ErasureHeld", "legal_claim");
        assertThat(files.get("data/consents.json")).contains("recordedBy");
        assertThat(files.values()).as("the operator's books").noneMatch(text -> text.contains("2026-17"));
    }

    private static void isHeldAndReleased(MarkedPerson anna) {
        String id = anna.calls()
                .post("/api/v1/user/erasure", "{}")
                .json()
                .path("id")
                .asText();
        String erasure = "/api/v1/compliance/erasures/" + id;
        String why = "{\"basis\":\"legal_claim\",\"reference\":\"2026-17\"}";
        assertThat(OFFICER.post(erasure + "/hold", why).status()).isEqualTo(200);
        assertThat(OFFICER.post(erasure + "/release", "").status()).isEqualTo(200);
        assertThat(OFFICER.post(erasure.replace("/erasures/", "/requests/") + "/deny", why)
                        .status())
                .isEqualTo(200);
    }

    private static JsonNode about(Map<String, String> files, String part) throws Exception {
        for (JsonNode one : JSON.readTree(files.get("about.json")).path("parts")) {
            if (one.path("name").asText().equals(part)) {
                return one.path("about");
            }
        }
        throw new AssertionError("nothing is said about " + part);
    }

    private static void counts(Map<String, String> files, JsonNode ready, byte[] archive) throws Exception {
        JsonNode manifest = JSON.readTree(files.get("manifest.json"));
        JsonNode events = manifest.path("events");
        assertThat(events.path("written")).isEqualTo(events.path("counted"));
        assertThat(events.path("forgotten")).isEmpty();
        assertThat(events.path("counted").toString())
                .isEqualTo("{\"ConsentGiven\":2,\"ExportRequested\":1,\"FeedbackGiven\":1,\"InteractionRecorded\":3,"
                        + "\"OrderPlaced\":1,\"PreferencesStated\":1,\"RecommendationsServed\":1}");
        assertThat(ready.at("/archive/events").asLong()).isEqualTo(10);
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
        assertThat(ExportEndsTest.secretsOf(id))
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

        assertThat(String.valueOf(files.get("data/interactions.csv")).lines()).hasSize(many + 3 + 1);
        assertThat(JSON.readTree(files.get("data/interactions.json"))).hasSize(many + 3);
        assertThat(files.get("index.html")).contains("The latest 1000 of 1203 are shown here.");
    }
}
