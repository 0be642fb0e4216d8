package com.videowindow.patina.eventlog;

import static com.videowindow.patina.eventlog.People.ANNA;
import static com.videowindow.patina.eventlog.People.event;
import static com.videowindow.patina.eventlog.People.viewed;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.videowindow.patina.domain.audit.LogUnavailable;
import com.videowindow.patina.domain.audit.Verification;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Bits that change on the disk, below the server: it may refuse to read a block, and the check still says which. */
class DamagedFileTest {
    private static final int BLOCKS = 150;
    private static final int COPIES = 30;
    /** Much of the file is room that nothing is in. */
    private static final int BITS = 24;

    private static final int FILE_HEADERS = 8_192;

    @Test
    void bits_that_change_on_the_disk_are_the_logs_damage_and_no_accident_of_the_check(@TempDir Path folder)
            throws IOException {
        Path file = written(folder.resolve("log"));
        byte[] bytes = Files.readAllBytes(file);
        Random random = new Random(20261127);
        int damaged = 0;
        for (int copy = 0; copy < COPIES; copy++) {
            byte[] harmed = bytes.clone();
            for (int bit = 0; bit < BITS; bit++) {
                harmed[FILE_HEADERS + random.nextInt(harmed.length - FILE_HEADERS)] ^= (byte) (1 << random.nextInt(8));
            }
            Path place = Files.createDirectories(folder.resolve("harmed-" + copy));
            Files.write(place.resolve(file.getFileName()), harmed);
            if (found(place).orElse(null) instanceof Verification.Damaged) {
                damaged++;
            }
        }
        assertThat(damaged).isGreaterThan(COPIES / 3);
    }

    private static Path written(Path place) throws IOException {
        try (OpenLog log = OpenLog.in(place)) {
            for (int i = 0; i < BLOCKS; i++) {
                String stream = "s" + i;
                log.log()
                        .storageEngine()
                        .appendEvents(IntStream.range(0, 10)
                                .mapToObj(n -> event(stream, n, viewed(ANNA, stream + "-" + n)))
                                .toList());
            }
        }
        try (var files = Files.list(place)) {
            return files.filter(file -> file.toString().endsWith(".db"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    /** Absent where the store cannot even be opened, or its server falls over it. */
    private static Optional<Verification> found(Path place) {
        TestServer opened;
        try {
            opened = TestServer.in(place);
        } catch (RuntimeException e) {
            return Optional.empty();
        }
        try (TestServer mongo = opened;
                MongoClient client = OpenLog.client(mongo.uri())) {
            return Optional.of(
                    new Evidence(client.getDatabase(mongo.database()), CheckpointKey.named("harmed.example/log"))
                            .verify(List.of(), passed -> {}));
        } catch (LogUnavailable e) {
            return Optional.empty();
        }
    }
}
