package com.videowindow.patina.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.videowindow.patina.api.security.Role;
import com.videowindow.patina.embedded.EmbeddedElasticsearch;
import com.videowindow.patina.embedded.EmbeddedMongo;
import com.videowindow.patina.node.Client;
import com.videowindow.patina.node.Homes;
import com.videowindow.patina.node.Node;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.bson.Document;
import org.bson.types.Binary;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.http.HttpMethod;

/** Somebody changed the log in its store: the report of the month says so, signed, and counts what is as it was written. */
@Tag("long")
class ReportOfAChangedLogTest {
    /** A server does not start where it cannot check the end of the log, from the last block that keeps the whole tree on. */
    private static final int MORE_THAN_A_START_READS = 70;

    private static String month = "";
    private static Path home;
    private static EmbeddedElasticsearch elasticsearch;
    private static EmbeddedMongo mongo;
    private static MongoClient stores;
    private static Node node;
    /** Of the log, before anybody changed it. */
    private static Document victim;

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit fills it in
    private Path folder;

    @BeforeAll
    static void anna_and_ben_decide_this_and_that(@TempDir(factory = Homes.class) Path made) {
        home = made;
        month = YearMonth.now(ZoneOffset.UTC).toString();
        elasticsearch =
                EmbeddedElasticsearch.startInBackground(home.resolve("elasticsearch"), "-XX:TieredStopAtLevel=1");
        mongo = EmbeddedMongo.start(home.resolve("mongo"));
        stores = MongoClients.create(mongo.uri());
        node = started();
        Client anna = node.client("anna");
        anna.allows("personalization");
        enter("anna");
        node.client("ben").allows("training");
        victim = blocks().find().into(new ArrayList<>()).stream()
                .filter(block -> block.getList("events", Document.class).stream()
                        .anyMatch(event -> "ConsentGiven".equals(event.getString("type"))))
                .reduce((first, last) -> last)
                .orElseThrow();
        enter("ben");
        for (int video = 0; video < MORE_THAN_A_START_READS; video++) {
            anna.publishes("video-" + video, "dovetail");
        }
        await().atMost(Duration.ofMinutes(1)).until(anna::everythingIsProjected);
    }

    private static Node started() {
        return Node.start(
                home, "--patina.mongodb.uri=" + mongo.uri(), "--patina.elasticsearch.uri=" + elasticsearch.uri());
    }

    private static void enter(String name) {
        assertThat(node.client(name)
                        .send(HttpMethod.POST, "/api/v1/compliance/requests", Role.COMPLIANCE, """
                                {"userId":"%s","kind":"objection","manner":"letter","regulation":"gdpr"}""".formatted(name))
                        .status())
                .isEqualTo(201);
    }

    private static MongoCollection<Document> blocks() {
        return stores.getDatabase("patina").getCollection("blocks");
    }

    private static long number() {
        return Objects.requireNonNull(victim.getLong("_id"));
    }

    private static void flip() {
        Document changed = Objects.requireNonNull(
                blocks().find(Filters.eq("_id", number())).first());
        List<Document> events = changed.getList("events", Document.class);
        byte[] payload = events.getFirst().get("payload", Binary.class).getData();
        payload[payload.length / 2] ^= 1;
        events.getFirst().put("payload", new Binary(payload));
        blocks().replaceOne(Filters.eq("_id", number()), changed);
    }

    private static void take() {
        blocks().deleteOne(Filters.eq("_id", number()));
    }

    @AfterEach
    void put_back() {
        take();
        blocks().insertOne(victim);
    }

    @AfterAll
    static void stop() {
        node.close();
        stores.close();
        mongo.close();
        elasticsearch.close();
    }

    @Test
    void a_changed_consent_is_told_and_what_is_before_it_counted() throws Exception {
        flip();
        JsonNode report = reportOfDamage();

        assertThat(report.at("/chain/damage").asText())
                .startsWith("block " + number() + ": event consents/")
                .endsWith("was changed");
    }

    @Test
    void a_missing_block_is_told_and_what_is_before_it_counted() throws Exception {
        take();
        JsonNode report = reportOfDamage();

        assertThat(report.at("/chain/damage").asText())
                .isEqualTo("block " + number() + ": it is missing, although blocks after it are there");
    }

    @Test
    void it_is_told_by_a_server_that_starts_on_a_changed_log_too() throws Exception {
        node.close();
        try {
            flip();
            reportOfDamage();
            take();
            reportOfDamage();
        } finally {
            put_back();
            node = started();
        }
    }

    @Test
    void of_a_log_that_is_as_it_was_written_all_is_counted() throws Exception {
        assertThat(report()).isZero();
        JsonNode report = new ObjectMapper().readTree(read(".json"));
        assertThat(report.path("figuresComplete").asBoolean()).isTrue();
        assertThat(report.at("/consents/choices/given/training").asInt()).isEqualTo(1);
        assertThat(report.path("requests")).hasSize(2);
        assertThat(read(".html")).doesNotContain("INCOMPLETE");
    }

    private JsonNode reportOfDamage() throws Exception {
        assertThat(report()).isEqualTo(1);
        JsonNode report = new ObjectMapper().readTree(read(".json"));
        assertThat(read(".note")).startsWith(read(".json"));
        assertThat(verdict()).startsWith("good: patina.compliance.v1 " + month);
        JsonNode chain = report.path("chain");
        assertThat(chain.path("sound").asBoolean(true)).isFalse();
        assertThat(chain.path("blocks").asLong()).isEqualTo(number());
        assertThat(chain.path("events").asLong()).isEqualTo(victim.getLong("total"));
        assertThat(report.path("logPosition").asLong() >> 12).isEqualTo(number() - 1);
        assertThat(report.path("figuresComplete").asBoolean(true)).isFalse();
        assertThat(report.at("/consents/choices/given/personalization").asInt()).isEqualTo(1);
        assertThat(report.at("/consents/choices/given").has("training")).isFalse();
        assertThat(report.path("requests")).as("hers, and not what is behind").hasSize(1);
        assertThat(read(".html"))
                .contains("DAMAGED: block " + number() + ": ", "THE FIGURES BELOW ARE INCOMPLETE")
                .contains("The " + chain.path("events").asText() + " events in " + number() + " blocks before that");
        return report;
    }

    private int report() throws Exception {
        ProcessBuilder command = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "com.videowindow.patina.api.cli.Commands",
                        "compliance",
                        "report",
                        "--month",
                        month,
                        "--out",
                        folder.toString())
                .inheritIO();
        command.environment()
                .putAll(Map.of(
                        "PATINA_HOME", home.toString(),
                        "PATINA_MONGODB_URI", mongo.uri(),
                        "PATINA_ELASTICSEARCH_URI", elasticsearch.uri().toString()));
        return command.start().waitFor();
    }

    private String read(String kind) throws Exception {
        return Files.readString(file(kind));
    }

    private Path file(String kind) {
        return folder.resolve("compliance-" + month + kind);
    }

    private String verdict() throws Exception {
        Process python = new ProcessBuilder(
                        "python3",
                        Path.of("..", "..", "ops", "check_certificate.py").toString(),
                        file(".key").toString(),
                        file(".note").toString())
                .redirectErrorStream(true)
                .start();
        return new String(python.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
}
