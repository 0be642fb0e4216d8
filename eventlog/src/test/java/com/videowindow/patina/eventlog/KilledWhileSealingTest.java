package com.videowindow.patina.eventlog;

import static com.videowindow.patina.eventlog.People.viewed;
import static org.assertj.core.api.Assertions.assertThat;

import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.eventlog.privacy.LocalMasterKey;
import java.io.BufferedReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** No fact is ever durable without the key that it was sealed under, though nobody waits for that key's own sync. */
class KilledWhileSealingTest {
    private static final int ROUNDS = 3;
    private static final int WRITERS = 16;
    private static final int MOST = 200;

    @Test
    void whoever_was_told_that_a_new_persons_fact_is_stored_can_read_it(@TempDir Path folder) throws Exception {
        Random random = new Random(20_261_127);
        List<SubjectId> stored = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            stored.addAll(killed(folder, 50 + random.nextInt(MOST)));
            try (OpenLog store = OpenLog.in(folder.resolve("mongo"));
                    EventLog log = EventLog.open(
                            store.database(),
                            EventLogSettings.DEFAULTS,
                            OpenLog.KEY,
                            store.keys(LocalMasterKey.of(folder)))) {
                Set<Object> readable = new HashSet<>();
                log.storageEngine().readEvents(null, false).forEach(message -> readable.add(message.getPayload()));
                assertThat(stored).hasSizeGreaterThan(50).allSatisfy(person -> assertThat(readable)
                        .contains(viewed(person, "m")));
            }
        }
    }

    /** Those about whom it said that their fact is stored before it was killed. */
    private static List<SubjectId> killed(Path folder, int after) throws Exception {
        Process writer = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        TestServer.option(),
                        SealingWriter.class.getName(),
                        folder.toString(),
                        String.valueOf(WRITERS))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        List<SubjectId> told = new ArrayList<>();
        try (BufferedReader out = writer.inputReader()) {
            String line = out.readLine();
            while (line != null) {
                told.add(SubjectId.of(line));
                if (told.size() == after) {
                    writer.toHandle().destroyForcibly();
                }
                line = out.readLine();
            }
        }
        return told;
    }
}
