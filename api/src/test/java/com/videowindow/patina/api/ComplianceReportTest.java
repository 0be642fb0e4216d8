package com.videowindow.patina.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a month was like, signed, for people who were not there. */
class ComplianceReportTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private static String month = "";
    private static String name = "";
    private static String request = "";

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit fills it in
    private Path folder;

    @BeforeAll
    static void anna_decides_this_and_that() {
        month = YearMonth.now(ZoneOffset.UTC).toString();
        name = "anna-" + UUID.randomUUID();
        Calls anna = Node.person(name);
        CraftCatalogue.publish();
        anna.post("/api/v1/events", CraftCatalogue.view("m-1", "joint-1"));
        anna.consenting();
        anna.put("/api/v1/user/consents/training", "{\"granted\": false, \"policyVersion\": \"1\"}");
        request = anna.post("/api/v1/user/erasure", "{}").json().path("id").asText();
        anna.delete("/api/v1/user/erasure");
    }

    private static JsonNode report() throws Exception {
        return report(month);
    }

    private static JsonNode report(String which) throws Exception {
        String note = new String(
                Node.officer()
                        .get("/api/v1/compliance/reports/" + which)
                        .response()
                        .body(),
                StandardCharsets.UTF_8);
        assertThat(note).contains("\u2014 patina.local/").doesNotContain(name);
        return JSON.readTree(note.substring(0, note.lastIndexOf("\n\n")));
    }

    @Test
    void says_what_stands_in_the_log() throws Exception {
        JsonNode report = report();

        assertThat(report.at("/consents/choices/given/personalization").asInt()).isPositive();
        assertThat(report.at("/consents/choices/withdrawn/training").asInt()).isPositive();
        assertThat(report.at("/chain/sound").asBoolean()).isTrue();
        assertThat(report.at("/chain/events").asLong()).isPositive();
        assertThat(report.path("complete").asBoolean()).isFalse();
        JsonNode asked = StreamSupport.stream(report.path("requests").spliterator(), false)
                .filter(each -> each.path("request").asText().equals(request))
                .findFirst()
                .orElseThrow();
        assertThat(asked.path("state").asText()).isEqualTo("withdrawn");
        assertThat(asked.path("inTime").asBoolean()).isTrue();
        assertThat(asked.path("days").asDouble()).isBetween(0.0, 0.1);
        assertThat(report.at("/lookups/report").asInt()).isPositive();
    }

    @Test
    void tells_what_was_counted_in_the_month_and_nothing_of_it_in_another() throws Exception {
        await().untilAsserted(() ->
                assertThat(report().at("/withdrawalLatency/count").asLong()).isPositive());
        JsonNode report = report();
        assertThat(report.at("/withdrawalLatency/within/5000 ms").asLong())
                .isEqualTo(report.at("/withdrawalLatency/count").asLong());
        assertThat(report.at("/withdrawalLatency/maxSeconds").asDouble())
                .isGreaterThanOrEqualTo(
                        report.at("/withdrawalLatency/meanSeconds").asDouble());
        assertThat(report.at("/refusedUses/byReason/consent-missing").asLong()).isPositive();
        long single = report.at("/refusedUses/byReason/consent-missing").asLong();
        Node.person("nobody-" + UUID.randomUUID())
                .post(
                        "/api/v1/events/batch",
                        "{\"events\":[%s,%s]}"
                                .formatted(
                                        CraftCatalogue.view("b-1", "joint-1"), CraftCatalogue.view("b-2", "joint-1")));
        long refused = report().at("/refusedUses/byReason/consent-missing").asLong();
        assertThat(refused).as("each event of a batch").isGreaterThanOrEqualTo(single + 2);
        assertThat(report().at("/refusedUses/byReason/consent-missing").asLong())
                .as("written down once")
                .isEqualTo(refused);
        JsonNode before = report("2025-03");
        assertThat(before.at("/withdrawalLatency/count").asLong()).isZero();
        assertThat(before.at("/refusedUses/byReason")).isEmpty();
    }

    @Test
    void tells_how_often_a_profile_was_read_that_nobody_allowed() throws Exception {
        Calls ben = Node.person("ben-" + UUID.randomUUID());
        long before = withoutConsent();

        ben.get("/api/v1/user/profile");
        assertThat(withoutConsent()).as("he never said so").isEqualTo(before + 1);
        ben.consenting().get("/api/v1/user/profile");
        ben.put("/api/v1/user/consents/personalization/restriction", "{\"ground\": \"claims\"}");
        ben.get("/api/v1/user/profile");
        assertThat(withoutConsent()).as("he may see what is kept of him").isEqualTo(before + 1);
        ben.put("/api/v1/user/consents/personalization", "{\"granted\": false, \"policyVersion\": \"1\"}");
        ben.get("/api/v1/user/profile");
        assertThat(withoutConsent()).as("he took it back").isEqualTo(before + 2);
    }

    private static long withoutConsent() throws Exception {
        return report().at("/refusedUses/byReason/no-consent").asLong();
    }

    @Test
    void is_written_by_a_command_and_checked_with_openssl_alone() throws Exception {
        Said said = Said.by(Node.home(), "compliance", "report", "--month", month, "--out", folder.toString());

        assertThat(said.status()).as(said.err()).isZero();
        Path note = folder.resolve("compliance-" + month + ".note");
        Path key = folder.resolve("compliance-" + month + ".key");
        String json = Files.readString(folder.resolve("compliance-" + month + ".json"));
        assertThat(said.out()).contains(note.toString());
        assertThat(Files.readString(note)).startsWith(json);
        assertThat(verdict(key, note)).startsWith("good: patina.compliance.v1 " + month);
        Files.writeString(note, Files.readString(note).replace("\"inTime\" : true", "\"inTime\" : false"));
        assertThat(verdict(key, note)).startsWith("bad: ");
        assertThat(Files.readString(folder.resolve("compliance-" + month + ".html")))
                .startsWith("<!doctype html>")
                .contains(request, "are as they were written")
                .doesNotContain("<script", "<link", name);
    }

    private static String verdict(Path keys, Path note) throws Exception {
        Path script = Path.of("..", "ops", "check_certificate.py");
        Process python = new ProcessBuilder("python3", script.toString(), keys.toString(), note.toString())
                .redirectErrorStream(true)
                .start();
        return new String(python.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    @Test
    void of_a_month_that_is_none_there_is_none() throws Exception {
        assertThat(Node.officer().get("/api/v1/compliance/reports/2100-01").problem())
                .isEqualTo("invalid-request");
        assertThat(Node.officer().get("/api/v1/compliance/reports/november").problem())
                .isEqualTo("invalid-request");
        assertThat(Node.engineer().get("/api/v1/compliance/reports/" + month).status())
                .isEqualTo(403);
        Said said = Said.by(Node.home(), "compliance", "report", "--month", "november");
        assertThat(said.status()).isEqualTo(2);
        assertThat(said.err()).contains("2026-11");
    }
}
