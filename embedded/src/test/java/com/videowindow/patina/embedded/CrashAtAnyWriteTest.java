package com.videowindow.patina.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import com.videowindow.patina.embedded.RecordedFiles.Change;
import com.videowindow.patina.embedded.RecordedFiles.Kind;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Random;
import java.util.TreeMap;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Every state that the file can be in while commands are made durable is opened as after a crash. What had been answered by
 * then must be there. When the process ends, writes stop anywhere, also half way; when the power ends, any of the writes
 * since the last sync may be missing, whatever their order. Readers of older versions keep freed parts listed for long.
 */
class CrashAtAnyWriteTest {
    private static final int MANY = 40;
    private static final int FEW = 2;
    private static final int VERSIONS_READ = 8;
    private static final int MOST_AT_ONCE = 5;
    private static final Map<Long, Map<Long, Integer>> AFTER = new HashMap<>();

    @Test
    void what_was_answered_is_there_when_the_process_ends() throws IOException {
        endAtEveryWrite(1, MANY, 200);
    }

    @Test
    void what_was_answered_is_there_when_the_process_ends_with_little_in_the_store() throws IOException {
        for (long seed = 1; seed < 5; seed++) endAtEveryWrite(seed, FEW, 60);
    }

    @Test
    void what_was_answered_is_there_when_the_power_ends() throws IOException {
        powerOffAtEverySync(1, 120);
    }

    @Test
    void what_was_answered_is_there_after_many_ends_of_the_process() throws IOException {
        endAgainAndAgain(1, 100);
    }

    @Test
    @Tag("long")
    void and_so_it_is_whatever_was_written() throws IOException {
        for (long seed = 2; seed < 14; seed++) {
            endAtEveryWrite(seed, MANY, 500);
            endAtEveryWrite(seed, FEW, 500);
            powerOffAtEverySync(seed, 300);
            endAgainAndAgain(seed, 500);
        }
    }

    private static void endAtEveryWrite(long seed, int keys, int commands) throws IOException {
        NavigableMap<Integer, Long> answered = write(seed, keys, commands);
        byte[] file = new byte[0];
        for (int i = 0; i < RecordedFiles.changes().size(); i++) {
            Change change = RecordedFiles.changes().get(i);
            if (i > answered.firstKey()) {
                assertHas(answered.floorEntry(i).getValue(), change.on(file, change.length() / 2), seed, i);
            }
            file = change.on(file);
            if (i >= answered.firstKey()) assertHas(answered.floorEntry(i + 1).getValue(), file, seed, i);
        }
    }

    /** What one end leaves behind must not mislead the opening after the next. */
    private static void endAgainAndAgain(long seed, int times) throws IOException {
        AFTER.clear();
        Random random = new Random(seed);
        byte[] file = new byte[0];
        for (int time = 0; time < times; time++) {
            NavigableMap<Integer, Long> answered = write(file, random, MANY, 12);
            int end =
                    answered.firstKey() + random.nextInt(RecordedFiles.changes().size() - answered.firstKey());
            for (Change change : RecordedFiles.changes().subList(0, end)) file = change.on(file);
            Change cut = RecordedFiles.changes().get(end);
            if (random.nextBoolean()) file = cut.on(file, cut.length() / 2);
            assertHas(answered.floorEntry(end).getValue(), file, seed, time);
        }
    }

    private static void powerOffAtEverySync(long seed, int commands) throws IOException {
        NavigableMap<Integer, Long> answered = write(seed, MANY, commands);
        byte[] onDisk = new byte[0];
        List<Change> unsynced = new ArrayList<>();
        for (int i = 0; i < RecordedFiles.changes().size(); i++) {
            Change change = RecordedFiles.changes().get(i);
            if (change.kind() != Kind.SYNCED) {
                unsynced.add(change);
                continue;
            }
            assertThat(unsynced).hasSizeLessThanOrEqualTo(MOST_AT_ONCE);
            for (int kept = 0; i > answered.firstKey() && kept < 1 << unsynced.size(); kept++) {
                assertHas(answered.floorEntry(i).getValue(), with(onDisk, unsynced, kept), seed, i);
            }
            onDisk = with(onDisk, unsynced, -1);
            unsynced.clear();
        }
    }

    /** Those changes whose bit is set. */
    private static byte[] with(byte[] file, List<Change> changes, int kept) {
        byte[] after = file;
        for (int i = 0; i < changes.size(); i++) {
            if ((kept & (1 << i)) != 0) after = changes.get(i).on(after);
        }
        return after;
    }

    /** Opened twice: what the first opening took over, and calls cleanly closed, must be found by the second, too. */
    private static void assertHas(long command, byte[] file, long seed, int change) throws IOException {
        String name = RecordedFiles.containing(file);
        for (int opening = 1; opening <= 2; opening++) {
            MVStore store = EmbeddedMongo.open(name, VERSIONS_READ);
            long last = last(store);
            assertThat(last)
                    .as("seed %s, change %s, opening %s", seed, change, opening)
                    .isGreaterThanOrEqualTo(command);
            assertThat(contents(store))
                    .as("seed %s, change %s, opening %s", seed, change, opening)
                    .isEqualTo(AFTER.getOrDefault(last, Map.of()));
            store.close();
        }
        RecordedFiles.forget(name);
    }

    private static NavigableMap<Integer, Long> write(long seed, int keys, int commands) throws IOException {
        AFTER.clear();
        return write(new byte[0], new Random(seed), keys, commands);
    }

    /** The last command answered before each change. */
    private static NavigableMap<Integer, Long> write(byte[] before, Random random, int keys, int commands)
            throws IOException {
        NavigableMap<Integer, Long> answered = new TreeMap<>();
        String name = RecordedFiles.record(before);
        MVStore store = EmbeddedMongo.open(name, VERSIONS_READ);
        GroupCommit commits = new GroupCommit(store);
        long first = last(store) + 1;
        for (long command = first; command < first + commands; command++) {
            long number = command;
            commits.durably(() -> apply(store, number, random, keys));
            answered.put(RecordedFiles.changes().size(), number);
            AFTER.put(number, contents(store));
            if (random.nextInt(10) == 0) commits.durably(() -> store.compact(75, 1 << 16));
        }
        store.closeImmediately();
        RecordedFiles.forget(name);
        return answered;
    }

    private static long apply(MVStore store, long number, Random random, int keys) {
        MVMap<Long, byte[]> documents = store.openMap("documents");
        byte[] bytes = new byte[random.nextInt(6_000)];
        random.nextBytes(bytes);
        documents.put((long) random.nextInt(keys), bytes);
        if (random.nextInt(3) == 0) documents.remove((long) random.nextInt(keys));
        store.<String, Long>openMap("counters").put("last", number);
        return number;
    }

    private static long last(MVStore store) {
        return store.<String, Long>openMap("counters").getOrDefault("last", 0L);
    }

    private static Map<Long, Integer> contents(MVStore store) {
        Map<Long, Integer> contents = new HashMap<>();
        store.<Long, byte[]>openMap("documents").forEach((key, bytes) -> contents.put(key, Arrays.hashCode(bytes)));
        return contents;
    }
}
