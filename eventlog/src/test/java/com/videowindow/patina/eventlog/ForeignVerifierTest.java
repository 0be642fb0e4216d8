package com.videowindow.patina.eventlog;

import static com.videowindow.patina.eventlog.People.ANNA;
import static com.videowindow.patina.eventlog.People.view;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.videowindow.patina.domain.LogPosition;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bson.types.Binary;
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

        evidence.export(tiles, events -> {});
        assertThat(verdict(tiles)).as("left anew over what was changed").isEqualTo("good");
    }

    @Test
    void accepts_tiles_of_three_levels_and_thousands() throws Exception {
        int size = 257_000;
        TileFolder tiles = new TileFolder(folder.resolve("tiles"));
        Tree tree = Tree.EMPTY;
        for (int number = 0; tree.size() < size; number++) {
            Block block = synthetic(number, 1_000);
            tiles.add(block, size);
            tree = tree.plus(block.events().stream().map(LoggedEvent::leaf).toList());
        }
        tiles.finish(KEY.sign(size, tree.root()).toString());

        Path hashes = folder.resolve("tiles").resolve("tile");
        assertThat(hashes.resolve("0/x001/002")).hasSize(256 * Hash.LENGTH);
        assertThat(hashes.resolve("0/x001/003.p/232")).hasSize(232 * Hash.LENGTH);
        assertThat(hashes.resolve("1/002")).hasSize(256 * Hash.LENGTH);
        assertThat(hashes.resolve("1/003.p/235")).hasSize(235 * Hash.LENGTH);
        assertThat(hashes.resolve("2/000.p/3")).hasSize(3 * Hash.LENGTH);
        assertThat(hashes.resolve("entries/x001/003.p/232")).isNotEmptyFile();
        assertThat(verdict(folder.resolve("tiles"))).isEqualTo("good");
    }

    /** Never stored: only what tiles are made of is true of it. */
    private static Block synthetic(int number, int size) {
        List<LoggedEvent> events = IntStream.range(0, size)
                .mapToObj(offset -> LoggedEvent.of(
                        "synthetic/" + number + "@" + offset,
                        "id-" + number + "-" + offset,
                        "Synthetic",
                        "1",
                        offset,
                        null,
                        null,
                        new Binary(new byte[] {1}),
                        null))
                .toList();
        return new Block(number, 0, (long) number * size, Hash.ZERO, Hash.ZERO, null, Hash.ZERO, "nobody", events);
    }

    @Test
    void accepts_that_the_log_grew_and_no_other_past() throws Exception {
        Note now = Note.parse(evidence.sign());
        for (long since : List.of(1L, 128L, 500L, 700L)) {
            Hash root = root(since);
            Path growth = Files.writeString(folder.resolve("growth"), evidence.proveGrowth(since));
            Path earlier = Files.writeString(
                    folder.resolve("earlier"), KEY.sign(since, root).toString());
            assertThat(verdict(growth, earlier)).as("since %d", since).isEqualTo("good");

            Path other = Files.writeString(
                    folder.resolve("other"), KEY.sign(since, Hash.ZERO).toString());
            assertThat(verdict(growth, other)).as("since %d", since).contains("AssertionError");
        }
        Hash half = root(350);
        List<Hash> made = List.of(half, Hash.ZERO, root(100));
        Path forged = Files.writeString(folder.resolve("forged"), new ConsistencyProof(350, made, now).toString());
        Path earlier =
                Files.writeString(folder.resolve("earlier"), KEY.sign(350, half).toString());
        assertThat(verdict(forged, earlier)).contains("AssertionError");
    }

    private Hash root(long size) {
        Note signed = Note.parse(evidence.checkpoint(position(size - 1)).orElseThrow());
        assertThat(Checkpoint.of(signed).size()).isEqualTo(size);
        return Checkpoint.of(signed).root();
    }

    private LogPosition position(long index) {
        RawBlocks raw = new RawBlocks(open.database());
        for (long number = 0; ; number++) {
            Block block = raw.block(number).orElseThrow();
            if (index < block.total() + block.events().size()) {
                return block.position((int) (index - block.total()));
            }
        }
    }

    private static String verdict(Path... evidence) throws IOException, InterruptedException, URISyntaxException {
        Path script = Path.of(Objects.requireNonNull(ForeignVerifierTest.class.getResource("/check_tlog.py"))
                .toURI());
        List<String> command = new ArrayList<>(
                List.of("python3", script.toString(), KEY.verifier().toString()));
        Stream.of(evidence).map(Path::toString).forEach(command::add);
        Process python = new ProcessBuilder(command).redirectErrorStream(true).start();
        String answer = new String(python.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(python.waitFor(1, TimeUnit.MINUTES)).isTrue();
        return answer.strip();
    }
}
