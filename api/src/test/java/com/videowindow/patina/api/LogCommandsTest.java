package com.videowindow.patina.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.videowindow.patina.domain.audit.ProofCheck;
import com.videowindow.patina.embedded.EmbeddedMongo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import org.bson.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands of the log as processes of their own, beside a server and without one. */
class LogCommandsTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit fills it in
    private Path folder;

    @BeforeAll
    static void something_in_the_log() {
        Node.person("who-commands").consenting();
    }

    @Test
    void a_log_is_verified_beside_its_server() throws Exception {
        Said checkpoint = said(Node.home(), "checkpoint");
        Path kept = Files.writeString(folder.resolve("kept"), checkpoint.out());

        Said verify = said(Node.home(), "verify", "--checkpoint", kept.toString());

        assertThat(verify.status()).as(verify.err()).isZero();
        assertThat(verify.out()).startsWith("sound: ").contains("checkpoints agree", "events a second");
        assertThat(said(Node.home(), "check-proof", kept.toString()).status()).isZero();

        String another = said(folder, "key", "--new", "another.example/log", "--here")
                .out()
                .strip();
        Said wrong = said(Node.home(), "verify", "--key", another);
        assertThat(wrong.status()).isEqualTo(1);
        assertThat(wrong.out()).contains("DAMAGED: ", "whose key is not known here");
    }

    @Test
    void each_read_model_is_bound_to_what_was_signed() throws Exception {
        JsonNode status = JSON.readTree(said(Node.home(), "status", "--json").out());
        String keys = Files.readString(Node.home().resolve("keys").resolve("checkpoint.pub"));
        ProofCheck offline = ServiceLoader.load(ProofCheck.class).findFirst().orElseThrow();
        assertThat(status.path("projections"))
                .filteredOn(each -> each.path("position").asLong() >= 0)
                .isNotEmpty()
                .allSatisfy(
                        each -> assertThat(offline.check(each.path("checkpoint").asText(), keys, Optional.empty()))
                                .isInstanceOf(ProofCheck.Checked.Holds.class));
    }

    @Test
    void a_home_gets_another_key_and_keeps_the_one_before_as_former() throws Exception {
        assertThat(said(folder, "key").err()).contains("has no key yet");
        String first =
                said(folder, "key", "--new", "first.example/log", "--here").out();
        Said second = said(folder, "key", "--new", "second.example/log", "--here");

        assertThat(second.err()).contains("kept as former: " + first.strip(), "restart the server");
        assertThat(said(folder, "key").out()).isEqualTo(first + second.out());
        Said third = said(folder, "key", "--new", "third.example/log");
        assertThat(third.out()).startsWith("PRIVATE+KEY+third.example/log+");
        assertThat(third.err())
                .contains("PATINA_LOG_CHECKPOINT_FORMER=" + first.strip() + ","
                        + second.out().strip());
        assertThat(said(folder, "key").out()).isEqualTo(first + second.out());
    }

    @Test
    void a_home_without_a_log_is_told_and_left_alone() throws Exception {
        Path mistyped = folder.resolve("dtaa");
        Said verify = said(mistyped, "verify");
        assertThat(verify.status()).isEqualTo(1);
        assertThat(verify.out()).isEmpty();
        assertThat(verify.err()).contains("there is no log in " + mistyped);
        assertThat(mistyped).doesNotExist();
    }

    @Test
    void what_is_no_copy_is_damaged() throws Exception {
        Path none = Files.writeString(folder.resolve("none.log"), "no copy");
        Said words = said(folder, "verify", none.toString());
        assertThat(words.status()).isEqualTo(1);
        assertThat(words.out()).startsWith("DAMAGED: block 0: none.log: it is not a copy of a log");
        Said json = said(folder, "verify", none.toString(), "--json");
        assertThat(JSON.readTree(json.out()).path("sound").asBoolean(true)).isFalse();
        assertThat(JSON.readTree(json.out()).path("what").asText()).contains("none.log");
    }

    @Test
    void an_event_is_proved_to_somebody_with_nothing_but_the_key() throws Exception {
        Path proof = folder.resolve("event.tlog-proof");
        assertThat(said(Node.home(), "prove", "0", "--out", proof.toString()).status())
                .isZero();
        String key = said(Node.home(), "key").out().strip();

        Said checked = said(folder, "check-proof", proof.toString(), "--key", key);
        assertThat(checked.out())
                .contains("payload sha-256", "index            0")
                .endsWith("the proof holds\n");

        Files.writeString(proof, Files.readString(proof).replace("index 0", "index 1"));
        Said forged = said(folder, "check-proof", proof.toString(), "--key", key);
        assertThat(forged.status()).isEqualTo(1);
        assertThat(forged.err()).contains("the proof does not hold");
        assertThat(folder).isDirectoryNotContaining(file -> !file.equals(proof));
    }

    @Test
    void events_are_looked_at_one_by_one_by_stream_and_by_time() throws Exception {
        Said newest = said(Node.home(), "tail", "-n", "2", "--type", "ConsentGiven");
        assertThat(newest.out().lines()).hasSize(2).allMatch(line -> line.contains("ConsentGiven"));
        String line = newest.out().lines().toList().getLast();
        String position = line.substring(0, line.indexOf(' '));
        String key = line.substring(line.lastIndexOf(' ') + 1);

        JsonNode shown = JSON.readTree(said(Node.home(), "show", position).out());
        assertThat(shown.path("key").asText()).isEqualTo(key);
        assertThat(shown.path("payload").asText())
                .as("what is said about people is not for who looks after the log")
                .isEqualTo("(sealed)");
        assertThat(JSON.readTree(
                        said(Node.home(), "show", shown.path("id").asText()).out()))
                .isEqualTo(shown);
        String stream = key.substring(0, key.lastIndexOf('@'));
        assertThat(said(Node.home(), "stream", stream, "--json").out().lines())
                .anySatisfy(each -> assertThat(JSON.readTree(each)).isEqualTo(shown));
        assertThat(said(Node.home(), "tail", "--stream", "consents/*", "--from", "2026-01-01T00:00:00Z")
                        .out()
                        .lines())
                .contains(line);
        assertThat(said(Node.home(), "show", position, "--json").out().lines())
                .singleElement()
                .satisfies(each -> assertThat(JSON.readTree(each)).isEqualTo(shown));
        assertThat(said(Node.home(), "show", "nothing@3").err()).contains("there is no event nothing@3");
    }

    @Test
    void events_of_a_stream_are_chosen_by_type_and_time_and_say_more_when_asked() throws Exception {
        Calls choosy = Node.person("who-is-choosy").consenting();
        long withdrawn = choosy.put("/api/v1/user/consents/training", "{\"granted\":false,\"policyVersion\":\"1\"}")
                .position();
        String stream = streamOf(Long.toString(withdrawn));
        String time = JSON.readTree(
                        said(Node.home(), "show", Long.toString(withdrawn)).out())
                .path("at")
                .asText();

        Said others = said(Node.home(), "stream", stream, "--type", "ConsentWithdrawn", "--payload");
        assertThat(others.out().lines())
                .singleElement()
                .asString()
                .startsWith(withdrawn + " ")
                .endsWith("(sealed)");
        assertThat(said(Node.home(), "tail", "-n", "1", "--type", "ContentPublished", "--payload")
                        .out())
                .contains("\"content\"");
        assertThat(said(Node.home(), "stream", stream, "--to", time, "--json").out())
                .contains("ConsentGiven")
                .doesNotContain("ConsentWithdrawn");
        assertThat(said(Node.home(), "stream", stream, "--from", time, "--json").out())
                .contains("ConsentWithdrawn");
        Said none = said(Node.home(), "stream", stream, "--type", "ContentPublished");
        assertThat(none.status()).as(none.err()).isZero();
        assertThat(none.out()).isEmpty();
        assertThat(said(Node.home(), "tail", "--stream", stream, "--to", time).out())
                .contains("ConsentGiven")
                .doesNotContain("ConsentWithdrawn", "\"policy\"");
    }

    @Test
    void what_was_stored_between_two_points_is_counted() throws Exception {
        String before = JSON.readTree(
                        said(Node.home(), "tail", "-n", "1", "--json").out())
                .path("position")
                .asText();
        Node.person("who-makes-a-difference").consenting();
        String after = JSON.readTree(said(Node.home(), "tail", "-n", "1", "--type", "ConsentGiven", "--json")
                        .out())
                .path("position")
                .asText();
        long stored = said(Node.home(), "stream", "--json", streamOf(after))
                .out()
                .lines()
                .count();

        JsonNode all =
                JSON.readTree(said(Node.home(), "diff", before, after, "--json").out());
        assertThat(all.at("/types/ConsentGiven").asLong()).isEqualTo(stored);
        assertThat(all.at("/begun/consents").asLong()).isEqualTo(1);
        assertThat(all.path("last").asText()).isEqualTo(after);
        JsonNode others = JSON.readTree(said(Node.home(), "diff", "start", before, "--type", "ConsentGiven", "--json")
                .out());
        JsonNode together = JSON.readTree(
                said(Node.home(), "diff", "1970-01-02T00:00:00Z", after, "--stream", "consents/*", "--json")
                        .out());
        assertThat(together.at("/types/ConsentGiven").asLong())
                .isEqualTo(others.path("events").asLong() + stored);
        assertThat(said(Node.home(), "diff", after, after).out()).startsWith("0 events, 0 streams begun");
        assertThat(said(Node.home(), "diff", "yesterday").status()).isEqualTo(2);
    }

    private static String streamOf(String position) throws Exception {
        String key = JSON.readTree(said(Node.home(), "show", position).out())
                .path("key")
                .asText();
        return key.substring(0, key.lastIndexOf('@'));
    }

    @Test
    void a_damaged_log_that_no_server_starts_on_is_verified_all_the_same() throws Exception {
        try (EmbeddedMongo mongo = EmbeddedMongo.start(folder.resolve("mongo"));
                MongoClient client = MongoClients.create(mongo.uri())) {
            client.getDatabase("patina")
                    .getCollection("blocks")
                    .insertOne(new Document("_id", 0L).append("keys", List.of("nonsense@0")));
        }
        Said verify = said(folder, "verify");
        assertThat(verify.status()).as(verify.err()).isEqualTo(1);
        assertThat(verify.out()).startsWith("DAMAGED: block 0: it cannot be read");
    }

    private static Said said(Path home, String... words) throws IOException, InterruptedException {
        return Said.by(home, "log", words);
    }
}
