package com.videowindow.patina.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.NavigableMap;
import java.util.Random;
import java.util.TreeMap;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Every state that the file goes through while commands are made durable is opened as after a crash, and so is every write
 * that got only half way. What had been answered by then must be there.
 */
class CrashAtAnyWriteTest {
    private static final int KEYS = 40;

    @Test
    void what_was_answered_is_there() throws IOException {
        crashAtEveryWrite(1, 250);
    }

    @Test
    @Tag("long")
    void and_so_it_is_whatever_was_written() throws IOException {
        for (long seed = 2; seed < 12; seed++) crashAtEveryWrite(seed, 500);
    }

    private static void crashAtEveryWrite(long seed, int commands) throws IOException {
        NavigableMap<Integer, Long> answered = write(seed, commands);
        byte[] file = new byte[0];
        for (int i = 0; i < RecordedFiles.changes().size(); i++) {
            RecordedFiles.Change change = RecordedFiles.changes().get(i);
            if (i > answered.firstKey()) {
                long least = answered.floorEntry(i).getValue();
                assertThat(lastCommand(change.on(file, change.length() / 2)))
                        .as("half of write %s", i)
                        .isGreaterThanOrEqualTo(least);
            }
            file = change.on(file, change.length());
            if (i + 1 >= answered.firstKey()) {
                assertThat(lastCommand(file))
                        .as("write %s", i)
                        .isGreaterThanOrEqualTo(answered.floorEntry(i + 1).getValue());
            }
        }
    }

    /** The last command answered before each write. */
    private static NavigableMap<Integer, Long> write(long seed, int commands) {
        NavigableMap<Integer, Long> answered = new TreeMap<>();
        Random random = new Random(seed);
        MVStore store = EmbeddedMongo.open(RecordedFiles.record("seed-" + seed));
        GroupCommit commits = new GroupCommit(store);
        for (long command = 1; command <= commands; command++) {
            long number = command;
            commits.durably(() -> apply(store, number, random));
            answered.put(RecordedFiles.changes().size(), number);
            if (random.nextInt(10) == 0) commits.durably(() -> store.compact(75, 1 << 16));
        }
        store.closeImmediately();
        return answered;
    }

    private static long apply(MVStore store, long number, Random random) {
        MVMap<Long, byte[]> documents = store.openMap("documents");
        MVMap<String, Long> counters = store.openMap("counters");
        byte[] bytes = new byte[random.nextInt(6_000)];
        random.nextBytes(bytes);
        documents.put((long) random.nextInt(KEYS), bytes);
        if (random.nextInt(3) == 0) documents.remove((long) random.nextInt(KEYS));
        counters.put("last", number);
        return number;
    }

    /** Reads everything, so that a part that is missing is missed. */
    private static long lastCommand(byte[] file) throws IOException {
        MVStore store = EmbeddedMongo.open(RecordedFiles.containing(file));
        try {
            store.<Long, byte[]>openMap("documents")
                    .forEach((key, bytes) -> assertThat(bytes).isNotNull());
            return store.<String, Long>openMap("counters").getOrDefault("last", 0L);
        } finally {
            store.closeImmediately();
        }
    }
}
