package com.videowindow.patina.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Copies of the log, and of its keys and people, made and used by commands. */
class CopyCommandsTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit fills it in
    private Path folder;

    @BeforeAll
    static void something_in_the_log() {
        Node.person("who-is-copied").consenting();
    }

    @Test
    void a_log_is_copied_beside_its_server_and_restored_in_another_home() throws Exception {
        String key = said(Node.home(), "key").out().strip();
        String whole = folder.resolve("whole.log").toString();
        Said exported = said(Node.home(), "export", whole, "--json");
        assertThat(exported.status()).as(exported.err()).isZero();
        String position = exported.out().replaceAll("(?s).*\"position\":(\\d+).*", "$1");
        Node.person("who-comes-later").consenting();
        String later = folder.resolve("later.log").toString();
        assertThat(said(Node.home(), "export", later, "--since", position).status())
                .isZero();
        assertThat(said(Node.home(), "export", whole).err()).contains("already");

        Said checked = said(folder, "verify", whole, later, "--key", key);
        assertThat(checked.out()).startsWith("sound: ").contains("2 checkpoints agree");
        Said running = said(Node.home(), "restore", whole);
        assertThat(running.err()).contains("a server runs on");

        Path elsewhere = folder.resolve("elsewhere");
        String another = said(folder, "key", "--new", "another.example/log")
                .out()
                .lines()
                .toList()
                .getLast();
        Said forged = said(elsewhere, "restore", whole, "--key", another);
        assertThat(forged.status()).isEqualTo(1);
        assertThat(forged.err()).contains("nothing was restored", "whose key is not known here");
        Said beyond = said(elsewhere, "restore", whole, "--until", "999999999999", "--key", key);
        assertThat(beyond.status()).isEqualTo(2);
        assertThat(beyond.err()).contains("the copies end at position " + position);
        Said restored = said(elsewhere, "restore", whole, "--until", position, "--key", key);
        assertThat(restored.out()).startsWith("restored: ");
        assertThat(restored.err()).doesNotContain("nobody knows who signed");
        Said unsigned = said(elsewhere, "restore", later);
        assertThat(unsigned.out()).startsWith("restored: ");
        assertThat(unsigned.err()).contains("nobody knows who signed");
        assertThat(said(elsewhere, "verify").out()).startsWith("sound: ");
    }

    @Test
    void a_restored_home_gets_its_keys_and_people_back() throws Exception {
        Path key = Files.writeString(folder.resolve("recovery"), "correct horse battery staple\n");
        Path wrong = Files.writeString(folder.resolve("wrong"), "incorrect horse battery staple\n");
        String log = folder.resolve("copy.log").toString();
        assertThat(said(Node.home(), "export", log).status()).isZero();
        String file = folder.resolve("home.keys").toString();
        assertThat(keys(Node.home(), "export", file).err()).contains("--recovery-key-file or PATINA_RECOVERY_KEY");
        Said exported = keys(Node.home(), "export", file, "--recovery-key-file", key.toString(), "--json");
        assertThat(exported.status()).as(exported.err()).isZero();
        JsonNode kept = JSON.readTree(exported.out());
        assertThat(kept.path("people").asLong()).isPositive();
        assertThat(keys(Node.home(), "import", file, "--recovery-key-file", key.toString())
                        .err())
                .contains("a server runs on");

        Path elsewhere = folder.resolve("elsewhere");
        assertThat(said(elsewhere, "restore", log).status()).isZero();
        assertThat(said(elsewhere, "verify").out()).startsWith("sound: ");
        Said refused = keys(elsewhere, "import", file, "--recovery-key-file", wrong.toString());
        assertThat(refused.status()).isEqualTo(1);
        assertThat(refused.err()).contains("the recovery key is not the one");
        Said imported = keys(elsewhere, "import", file, "--recovery-key-file", key.toString(), "--json");
        assertThat(imported.status()).as(imported.err()).isZero();
        JsonNode people = JSON.readTree(imported.out()).path("people");
        assertThat(people.path("added").asLong() + people.path("kept").asLong())
                .as("who is just being erased by another test has a fence already, and is not added")
                .isEqualTo(kept.path("people").asLong());
        for (String secret : List.of("message.key", "checkpoint.key", "token-signing.jwk")) {
            Path same = Path.of("keys", secret);
            assertThat(elsewhere.resolve(same))
                    .hasSameTextualContentAs(Node.home().resolve(same));
        }
        assertThat(said(elsewhere, "key").out())
                .isEqualTo(said(Node.home(), "key").out());
    }

    private static Said keys(Path home, String... words) throws IOException, InterruptedException {
        return Said.by(home, "keys", words);
    }

    private static Said said(Path home, String... words) throws IOException, InterruptedException {
        return Said.by(home, "log", words);
    }
}
