package com.videowindow.patina.erasure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.videowindow.patina.api.security.Role;
import com.videowindow.patina.command.part.PartCommand.RequestPart;
import com.videowindow.patina.domain.LogPosition;
import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.audit.LogBackup;
import com.videowindow.patina.domain.audit.PastEvents;
import com.videowindow.patina.domain.catalog.ContentId;
import com.videowindow.patina.domain.consent.ConsentEvent;
import com.videowindow.patina.domain.erasure.Actor;
import com.videowindow.patina.domain.erasure.ErasureId;
import com.videowindow.patina.domain.erasure.Holds;
import com.videowindow.patina.domain.erasure.Regulation;
import com.videowindow.patina.domain.part.PartProgress;
import com.videowindow.patina.domain.part.PartScope;
import com.videowindow.patina.domain.privacy.Forgotten;
import com.videowindow.patina.domain.privacy.KeyBackup;
import com.videowindow.patina.domain.privacy.PlatformUserId;
import com.videowindow.patina.domain.privacy.SubjectDirectory;
import com.videowindow.patina.node.Client;
import com.videowindow.patina.node.Homes;
import com.videowindow.patina.node.Node;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.http.HttpMethod;

/** A copy of the log from before an erasure is put back where the keys are of after it. */
@Tag("long")
@Timeout(value = 10, unit = TimeUnit.MINUTES) // starts ten programs one after the other
class PutBackFromBeforeTest {
    private static final Duration LONG = Duration.ofMinutes(2);
    private static final String PARTS = "/api/v1/user/erasures/parts";
    private static final String RECOVERY = "correct horse battery staple";

    @Test
    void brings_nobody_back_and_certifies_again(@TempDir(factory = Homes.class) Path folder) throws Exception {
        Path before = folder.resolve("before.log");
        Path whole = folder.resolve("whole.log");
        Path tooOld = folder.resolve("before.keys");
        Path after = folder.resolve("after.keys");
        SubjectId anna;
        String erasure;
        String part;
        try (Node node = Node.start(folder.resolve("home"))) {
            Client person = node.client("anna");
            person.publishes("joint-1", "dovetail");
            person.allows("personalization");
            person.likes("joint-1", "m-1");
            Client ben = node.client("ben");
            ben.allows("personalization");
            ben.likes("joint-1", "m-1");
            ben.publishes("joint-2", "dovetail");
            ben.likes("joint-2", "m-2");
            anna = subject(node, "anna").orElseThrow();
            node.context().getBean(LogBackup.class).export(before, LogPosition.START, done -> {});
            node.context().getBean(KeyBackup.class).export(tooOld, RECOVERY.toCharArray());

            erasure = person.send(HttpMethod.POST, "/api/v1/user/erasure", Role.SUBJECT, "{\"graceDays\": 0}")
                    .json()
                    .path("id")
                    .asText();
            String id = erasure;
            part = ben.send(HttpMethod.POST, PARTS, Role.SUBJECT, """
                            {"contentId": "joint-1", "regulation": "ccpa"}""")
                    .json()
                    .path("id")
                    .asText();
            String gone = part;
            await().atMost(LONG).until(() -> state(person, id).equals("completed"));
            await().atMost(LONG).until(() -> state(person, "parts/" + gone).equals("completed"));
            node.context().getBean(KeyBackup.class).export(after, RECOVERY.toCharArray());
            node.context().getBean(LogBackup.class).export(whole, LogPosition.START, done -> {});
        }

        Path home = folder.resolve("home");
        JsonNode drilled = drilled(home, before, after, "--certify");
        assertThat(drilled.path("passed").asBoolean()).as(drilled.toString()).isTrue();
        assertThat(drilled.path("certifiedAgain").asInt()).isEqualTo(1);
        assertThat(drilled.path("partsCertifiedAgain").asInt()).isEqualTo(1);
        assertThat(drilled.at("/parts/parts").asInt()).isEqualTo(1);
        assertThat(drilled.at("/parts/events").asInt()).as("the like").isEqualTo(1);
        assertThat(drilled.at("/parts/readable").asInt()).isZero();
        assertThat(drilled.path("toBeErasedAgain").asInt()).isEqualTo(1);
        assertThat(drilled.path("partsToBeErasedAgain").asInt()).isEqualTo(1);
        JsonNode newest = drilled(home, whole, after);
        assertThat(newest.path("passed").asBoolean()).isTrue();
        assertThat(newest.path("partsToBeErasedAgain").asInt()).isZero();

        JsonNode pair = drilled(home, before, tooOld);
        assertThat(pair.path("passed").asBoolean())
                .as("alone they would bring her back")
                .isFalse();
        assertThat(pair.path("keysOlderThanErasures").asInt()).isEqualTo(1);
        assertThat(pair.path("keysOlderThanParts").asInt()).isEqualTo(1);
        assertThat(pair.at("/erased/readable").asInt())
                .as("the newest ends win")
                .isZero();
        assertThat(drilled(folder, before, tooOld, "--newest-keys", after.toString())
                        .path("keysOlderThanErasures")
                        .asInt())
                .isEqualTo(1);
        JsonNode nothingNewer = drilled(folder, before, after);
        assertThat(nothingNewer.path("newestKnown").asBoolean()).isFalse();
        assertThat(nothingNewer.path("passed").asBoolean()).isFalse();

        Path elsewhere = folder.resolve("elsewhere");
        run(elsewhere, "log", "restore", before.toString());
        run(elsewhere, "keys", "import", after.toString());
        try (Node node = Node.start(elsewhere)) {
            Client officer = node.client("officer");
            await().atMost(LONG).until(() -> state(officer, erasure).equals("completed"));
            assertThat(officer.get("/api/v1/compliance/erasures/" + erasure, Role.COMPLIANCE)
                            .json()
                            .path("requestedBy")
                            .asText())
                    .isEqualTo("engine");
            assertThat(officer.inTheLog("ErasureCertified")).isEqualTo(1);
            await().atMost(LONG).until(() -> state(officer, "parts/" + part).equals("completed"));
            JsonNode again = officer.get("/api/v1/compliance/erasures/parts/" + part, Role.COMPLIANCE)
                    .json();
            assertThat(again.path("requestedBy").asText()).isEqualTo("engine");
            assertThat(again.path("regulation").asText()).isEqualTo("ccpa");
            assertThat(officer.inTheLog("PartErasureCertified")).isEqualTo(1);
            assertThat(node.client("ben")
                            .get("/api/v1/user/interactions", Role.SUBJECT)
                            .json()
                            .path("items")
                            .findValuesAsText("contentId"))
                    .containsExactly("joint-2");
            assertThat(node.context().getBean(PastEvents.class).stream(ConsentEvent.stream(anna))
                            .values())
                    .isNotEmpty()
                    .allMatch(Forgotten.class::isInstance);
            assertThat(subject(node, "anna")).isEmpty();
            assertThat(subject(node, "ben")).isPresent();
        }
    }

    @Test
    void releases_whoever_was_held_then(@TempDir(factory = Homes.class) Path folder) throws Exception {
        Path held = folder.resolve("held.log");
        Path after = folder.resolve("after.keys");
        String whole;
        String part;
        try (Node node = Node.start(folder.resolve("home"))) {
            Client iris = node.client("iris");
            iris.publishes("joint-1", "dovetail");
            iris.allows("personalization");
            iris.likes("joint-1", "m-1");
            Client jon = node.client("jon");
            jon.allows("personalization");
            jon.likes("joint-1", "m-1");
            whole = asked(iris, "/api/v1/user/erasure", "{\"graceDays\": 14}");
            part = asked(node, "jon", Duration.ofSeconds(10)).toString();
            for (String one : List.of(whole, "parts/" + part)) {
                decided(iris, one + "/hold", "{\"basis\": \"legal_claim\", \"reference\": \"2026-17\"}");
            }
            node.context().getBean(LogBackup.class).export(held, LogPosition.START, done -> {});
            for (String one : List.of(whole, "parts/" + part)) {
                decided(iris, one + "/release", "{}");
            }
            asked(iris, "/api/v1/user/erasure", "{\"graceDays\": 0}");
            completed(iris, whole);
            completed(iris, "parts/" + part);
            node.context().getBean(KeyBackup.class).export(after, RECOVERY.toCharArray());
        }
        Path elsewhere = folder.resolve("elsewhere");
        run(elsewhere, "log", "restore", held.toString());
        run(elsewhere, "keys", "import", after.toString());
        try (Node node = Node.start(elsewhere)) {
            Client officer = node.client("officer");
            completed(officer, whole);
            completed(officer, "parts/" + part);
            assertThat(officer.inTheLog("ErasureReleased")).isEqualTo(1);
            assertThat(officer.inTheLog("PartErasureReleased")).isEqualTo(1);
            assertThat(officer.inTheLog("PartErasureCertified")).isEqualTo(1);
            assertThat(officer.inTheLog("ErasureCertified")).isEqualTo(1);
            assertThat(node.context().getBean(Holds.class).people())
                    .as("nothing holds what is over for everybody")
                    .isEmpty();
        }
    }

    private static String asked(Client person, String address, String wish) {
        Client.Answer answer = person.send(HttpMethod.POST, address, Role.SUBJECT, wish);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(202);
        return answer.json().path("id").asText();
    }

    /** Nobody can ask for a time of grace of seconds: the shortest is a day. */
    private static ErasureId asked(Node node, String user, Duration grace) {
        ErasureId part = new ErasureId(UUID.randomUUID());
        SubjectId subject = subject(node, user).orElseThrow();
        PartScope item = new PartScope(null, new ContentId("joint-1"), null, null, null);
        Actor by = new Actor(Actor.Kind.SUBJECT, subject);
        PartProgress unused = node.context()
                .getBean(CommandGateway.class)
                .sendAndWait(new RequestPart(part, subject, by, Regulation.GDPR, null, item, grace, Instant.now()));
        return part;
    }

    /** Asked once a second: each look is an event that read models have to come to. */
    private static void completed(Client officer, String erasure) {
        await().atMost(LONG).pollInterval(Duration.ofSeconds(1)).untilAsserted(() -> assertThat(state(officer, erasure))
                .isEqualTo("completed"));
    }

    private static void decided(Client officer, String address, String why) {
        Client.Answer answer =
                officer.send(HttpMethod.POST, "/api/v1/compliance/erasures/" + address, Role.COMPLIANCE, why);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    }

    private static Optional<SubjectId> subject(Node node, String user) {
        return node.context().getBean(SubjectDirectory.class).knownSubjectOf(new PlatformUserId(user));
    }

    private static String state(Client officer, String erasure) {
        return officer.get("/api/v1/compliance/erasures/" + erasure, Role.COMPLIANCE)
                .json()
                .path("state")
                .asText();
    }

    /** As it says it, whatever it ends with; that tells the same. */
    private static JsonNode drilled(Path home, Path copy, Path keys, String... more) throws Exception {
        Path out = copy.resolveSibling("drill.json");
        List<String> words =
                new ArrayList<>(List.of("compliance", "drill", copy.toString(), "--keys", keys.toString(), "--json"));
        words.addAll(List.of(more));
        Process drill = process(home, words.toArray(String[]::new))
                .redirectOutput(out.toFile())
                .start();
        int status = drill.waitFor();
        JsonNode said = new ObjectMapper().readTree(Files.readAllLines(out).getLast());
        assertThat(status).isEqualTo(said.path("passed").asBoolean() ? 0 : 1);
        return said;
    }

    private static void run(Path home, String... words) throws Exception {
        assertThat(status(home, words)).isZero();
    }

    private static int status(Path home, String... words) throws Exception {
        return process(home, words).start().waitFor();
    }

    private static ProcessBuilder process(Path home, String... words) {
        List<String> command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                "com.videowindow.patina.api.cli.Commands"));
        command.addAll(List.of(words));
        ProcessBuilder process = new ProcessBuilder(command).inheritIO();
        process.environment().put("PATINA_HOME", home.toString());
        process.environment().put("PATINA_RECOVERY_KEY", RECOVERY);
        return process;
    }
}
