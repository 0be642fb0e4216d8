package com.videowindow.patina.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The master key is replaced by a command, beside a server and without one, and people's keys stay as they are. */
class RotatingKeysTest {
    private static final String FORMER = Base64.getEncoder().encodeToString(new byte[32]);
    private static final String NEXT = FORMER.replaceFirst("A", "B");

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit fills it in
    private Path folder;

    @BeforeAll
    static void somebody_with_keys() {
        Node.person("who-is-there-before").consenting();
    }

    @Test
    void a_file_that_leaked_is_replaced_beside_the_server_that_uses_it() throws Exception {
        Path file = Node.home().resolve("keys/master.key");
        String leaked = Files.readString(file);

        Said rotated = Said.by(Node.home(), "keys", "rotate");

        assertThat(rotated.status()).as(rotated.err()).isZero();
        assertThat(rotated.out()).startsWith("wrapped again: 256 key shards, under a new keys/master.key");
        assertThat(rotated.err()).contains("keys rotate: 256 of 256");
        assertThat(file).content().isNotEqualTo(leaked).containsOnlyOnce("\"keyId\"");
        Node.person("who-comes-after").consenting();
        Said json = Said.by(Node.home(), "keys", "rotate", "--json");
        assertThat(new ObjectMapper().readTree(json.out()).path("shards").asInt())
                .isEqualTo(256);
        assertThat(exported(Node.home()).status()).as("all can be opened").isZero();
    }

    @Test
    void a_configured_one_is_changed_and_said_in_a_sentence_where_the_former_is_missing() throws Exception {
        Said exported = exported(Node.home());
        assertThat(exported.status()).as(exported.err()).isZero();
        Path home = folder.resolve("elsewhere");
        assertThat(imported(home, FORMER).status()).isZero();

        for (Said early : new Said[] {imported(home, NEXT), said(home, NEXT, "", "keys", "rotate")}) {
            assertThat(early.status()).isEqualTo(1);
            assertThat(early.err().lines().filter(line -> line.startsWith("patina: ")))
                    .singleElement()
                    .asString()
                    .contains("key shards rest under another master key than the PATINA_KEYS_MASTER of this node");
            assertThat(early.err()).doesNotContain("Exception", "\tat ");
        }
        Said rotated = said(home, NEXT, FORMER, "keys", "rotate");
        assertThat(rotated.out()).contains("256 key shards, under PATINA_KEYS_MASTER", "start all nodes without it");
        assertThat(imported(home, NEXT).status()).as("all can be opened").isZero();
        assertThat(imported(home, FORMER).status()).isEqualTo(1);
    }

    private Path recovery() throws IOException {
        return Files.writeString(folder.resolve("recovery"), "correct horse battery staple\n");
    }

    private Said exported(Path home) throws IOException, InterruptedException {
        return Said.by(
                home,
                "keys",
                "export",
                keys(),
                "--recovery-key-file",
                recovery().toString());
    }

    private Said imported(Path home, String master) throws IOException, InterruptedException {
        return said(
                home,
                master,
                "",
                "keys",
                "import",
                keys(),
                "--recovery-key-file",
                recovery().toString());
    }

    private String keys() {
        return folder.resolve("home.keys").toString();
    }

    private static Said said(Path home, String master, String former, String... words)
            throws IOException, InterruptedException {
        ProcessBuilder command = Said.command(home, Stream.of(words));
        command.environment().put("PATINA_KEYS_MASTER", master);
        command.environment().put("PATINA_KEYS_MASTER_FORMER", former);
        return Said.of(command);
    }
}
