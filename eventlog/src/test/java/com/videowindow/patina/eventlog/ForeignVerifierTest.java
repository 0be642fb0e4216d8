package com.videowindow.patina.eventlog;

import static com.videowindow.patina.eventlog.People.ANNA;
import static com.videowindow.patina.eventlog.People.view;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A program that shares not a line with ours, written from the C2SP texts alone, accepts what we hand out. */
class ForeignVerifierTest {
    private static final CheckpointKey KEY = CheckpointKey.named("foreign.example/log");
    private static final int EVENTS = 700;

    private Path folder;
    private OpenLog open;
    private Evidence evidence;

    @BeforeEach
    void a_log(@TempDir Path scratch) {
        folder = scratch;
        assumeTrue(hasPython(), "python3 is not on this machine: nobody else checked our proofs");
        open = OpenLog.in(folder.resolve("mongo"));
        open.log()
                .facts()
                .storeOnce(IntStream.range(0, EVENTS)
                        .mapToObj(i -> view(ANNA, "m" + i))
                        .toList());
        evidence = new Evidence(open.database(), KEY);
    }

    @AfterEach
    void close() {
        if (open != null) {
            open.close();
        }
    }

    private static boolean hasPython() {
        try {
            return new ProcessBuilder("python3", "--version").start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Test
    void accepts_the_proof_of_an_event_and_of_no_other() throws Exception {
        String proof = evidence.prove("4096").orElseThrow();
        assertThat(verdict(Files.writeString(folder.resolve("event.tlog-proof"), proof)))
                .isEqualTo("good");
        String forged = proof.replace("index ", "index 1");
        assertThat(verdict(Files.writeString(folder.resolve("forged.tlog-proof"), forged)))
                .contains("AssertionError");
        String resigned = proof.substring(0, proof.indexOf("\n\n") + 2)
                + CheckpointKey.named("foreign.example/log").sign(EVENTS, Hash.ZERO);
        assertThat(verdict(Files.writeString(folder.resolve("resigned.tlog-proof"), resigned)))
                .contains("no signature of this key");
    }

    @Test
    void accepts_the_tiles_and_no_others() throws Exception {
        Path tiles = folder.resolve("tiles");
        evidence.export(tiles, events -> {});
        assertThat(verdict(tiles)).isEqualTo("good");

        open.log().facts().storeOnce(List.of(view(ANNA, "one-more")));
        evidence.export(tiles, events -> {});
        assertThat(verdict(tiles)).isEqualTo("good");

        Path entries = tiles.resolve("tile").resolve("entries").resolve("001");
        byte[] changed = Files.readAllBytes(entries);
        changed[changed.length / 2] ^= 1;
        Files.write(entries, changed);
        assertThat(verdict(tiles)).contains("an entry is not that of its tile");
    }

    private static String verdict(Path evidence) throws IOException, InterruptedException, URISyntaxException {
        Path script = Path.of(Objects.requireNonNull(ForeignVerifierTest.class.getResource("/check_tlog.py"))
                .toURI());
        Process python = new ProcessBuilder(
                        "python3", script.toString(), KEY.verifier().toString(), evidence.toString())
                .redirectErrorStream(true)
                .start();
        String answer = new String(python.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(python.waitFor(1, TimeUnit.MINUTES)).isTrue();
        return answer.strip();
    }
}
