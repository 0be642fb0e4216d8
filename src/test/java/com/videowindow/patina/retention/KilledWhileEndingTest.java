package com.videowindow.patina.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.videowindow.patina.api.security.Role;
import com.videowindow.patina.embedded.EmbeddedElasticsearch;
import com.videowindow.patina.embedded.EmbeddedMongo;
import com.videowindow.patina.erasure.KillPoint;
import com.videowindow.patina.node.Client;
import com.videowindow.patina.node.Homes;
import com.videowindow.patina.node.NodeProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpMethod;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClientException;

/**
 * A node kills itself before and after every step of an ending, with something of another month to end for each; the next
 * start, or the other node, has to go on. At the end all is ended, each month once; but of whom a legal reason holds all is
 * there, and goes when it is released.
 */
@Tag("long")
class KilledWhileEndingTest {
    private static final Duration DEAD = Duration.ofMinutes(4);
    private static final Duration LONG = Duration.ofMinutes(4);
    private static final List<String> PLACES =
            KillPoint.around(List.of("StartEnding", "end", "RecordPeriodsEnded", "refold", "scrub", "CompleteEnding"));
    private static final String ENDINGS = "/api/v1/compliance/retention/endings";

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    @Timeout(1800)
    void every_month_is_ended_once(boolean beside, @TempDir(factory = Homes.class) Path home) throws Exception {
        try (EmbeddedMongo mongo = EmbeddedMongo.start(home.resolve("mongo"));
                EmbeddedElasticsearch elasticsearch = EmbeddedElasticsearch.start(home.resolve("elasticsearch"));
                Nodes nodes = new Nodes(home, mongo, elasticsearch, beside)) {
            nodes.startAt("", "");
            Client held = nodes.first.client("held");
            String hold = isHeld(held);
            int heldStored = 0;
            List<String> died = new ArrayList<>();
            List<String> stored = new ArrayList<>();
            for (int i = 0; i < PLACES.size(); i++) {
                nodes.startAt(PLACES.get(i), ago(27 + i) + "-15T12:00:00Z");
                Client person = nodes.first.client("person " + i);
                if (likes(person)) {
                    stored.add(ago(27 + i).toString());
                    heldStored += likes(held, "held-" + i) ? 1 : 0;
                }
                await().atMost(DEAD).until(() -> !nodes.first.isAlive() || isQuiet(person));
                if (!nodes.first.isAlive()) {
                    died.add(PLACES.get(i));
                }
            }
            nodes.startAt("", "");
            Client last = nodes.first.client("last");
            await().atMost(LONG).until(() -> isQuiet(last) && months(last).containsAll(stored));

            assertThat(died).hasSizeGreaterThanOrEqualTo(beside ? 6 : PLACES.size());
            assertThat(stored).isNotEmpty();
            assertThat(months(last)).doesNotHaveDuplicates();
            for (int i = 0; i < PLACES.size(); i++) {
                Client person = nodes.first.client("person " + i);
                assertThat(person.profile().json().path("interests")).isEmpty();
                assertThat(person.get("/api/v1/user/interactions", Role.SUBJECT)
                                .json()
                                .path("items"))
                        .isEmpty();
            }
            assertThat(deeds(held)).hasSize(heldStored);
            assertThat(likes(last)).isTrue();
            for (String name : List.of("interest-profiles", "interactions")) {
                last.rebuilds(name);
            }
            await().untilAsserted(() ->
                    assertThat(last.profile().json().path("interests")).isNotEmpty());
            assertThat(deeds(held)).hasSize(heldStored);

            last.send(HttpMethod.POST, hold + "/release", Role.COMPLIANCE, "");
            await().atMost(LONG).until(() -> isQuiet(last) && deeds(held).isEmpty());
        }
    }

    /** Everything of theirs, since a part is; answers where it is released. */
    private static String isHeld(Client person) {
        person.allows("personalization");
        String part = person.send(
                        HttpMethod.POST,
                        "/api/v1/user/erasures/parts",
                        Role.SUBJECT,
                        "{\"contentId\": \"joint-2\", \"graceDays\": 30}")
                .json()
                .path("id")
                .asText();
        String erasure = "/api/v1/compliance/erasures/parts/" + part;
        assertThat(person.send(
                                HttpMethod.POST,
                                erasure + "/hold",
                                Role.COMPLIANCE,
                                "{\"basis\": \"legal_claim\", \"reference\": \"2026-17\"}")
                        .status())
                .isLessThan(300);
        return erasure;
    }

    private static JsonNode deeds(Client person) {
        return person.get("/api/v1/user/interactions", Role.SUBJECT).json().path("items");
    }

    private static YearMonth ago(int months) {
        return YearMonth.now(ZoneOffset.UTC).minusMonths(months);
    }

    /** Whether the node lived to say that it stored it: it may die of what was left to do before. */
    private static boolean likes(Client person) {
        try {
            person.allows("personalization");
            person.publishes("joint-1", "dovetail");
            return likes(person, "m-1");
        } catch (ResourceAccessException died) {
            return false;
        }
    }

    private static boolean likes(Client person, String message) {
        try {
            return person.likes("joint-1", message).status() == 201;
        } catch (ResourceAccessException died) {
            return false;
        }
    }

    private static boolean isQuiet(Client officer) {
        try {
            return officer.inTheLog("EndingCompleted") == officer.inTheLog("EndingStarted")
                    && officer.inTheLog("EndingStarted") > 0
                    && officer.get("/api/v1/compliance/retention/preview", Role.COMPLIANCE)
                            .json()
                            .path("periods")
                            .isEmpty();
        } catch (ResourceAccessException died) {
            return false;
        }
    }

    /** Those whose interactions were ended. */
    private static List<String> months(Client officer) {
        List<String> months = new ArrayList<>();
        for (JsonNode ending : officer.get(ENDINGS, Role.COMPLIANCE).json().path("items")) {
            for (JsonNode period : ending.path("periods")) {
                if (period.path("category").asText().equals("interaction")) {
                    months.add(period.path("month").asText());
                }
            }
        }
        return months;
    }

    /** One that dies, and perhaps another that looks more seldom, so that it finds what the first left. */
    private static final class Nodes implements AutoCloseable {
        private final NodeProcess first;
        private final List<NodeProcess> others = new ArrayList<>();

        Nodes(Path home, EmbeddedMongo mongo, EmbeddedElasticsearch elasticsearch, boolean beside) throws IOException {
            Map<String, String> often = new HashMap<>(Map.of(
                    "PATINA_MONGODB_URI",
                    mongo.uri(),
                    "PATINA_ELASTICSEARCH_URI",
                    elasticsearch.uri().toString(),
                    "PATINA_RETENTION_LOOK",
                    "1s",
                    "PATINA_RETENTION_STEP",
                    "200ms"));
            Files.createDirectories(home.resolve("keys"));
            if (beside) {
                Map<String, String> seldom = new HashMap<>(often);
                seldom.put("PATINA_RETENTION_STEP", "10s");
                others.add(NodeProcess.start(folder(home, "other"), seldom).healthy());
            }
            first = NodeProcess.start(folder(home, "first"), often).healthy();
        }

        private static Path folder(Path home, String name) throws IOException {
            Path folder = Files.createDirectories(home.resolve(name));
            Files.createSymbolicLink(folder.resolve("keys"), home.resolve("keys"));
            return folder;
        }

        void startAt(String place, String stored) {
            if (first.isAlive()) {
                first.kill();
            }
            first.startAgain(Map.of("PATINA_KILL_AT", place, "PATINA_STORED_AT", stored));
            // It may die of what was left to do before it is healthy.
            await().atMost(DEAD)
                    .ignoreException(RestClientException.class)
                    .until(() -> !first.isAlive() || first.isHealthy());
        }

        @Override
        public void close() {
            first.close();
            others.forEach(NodeProcess::close);
        }
    }
}
