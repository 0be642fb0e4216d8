package com.videowindow.patina.eventlog;

import static com.videowindow.patina.eventlog.People.ANNA;
import static com.videowindow.patina.eventlog.People.BEN;
import static com.videowindow.patina.eventlog.People.viewed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.privacy.Erased;
import com.videowindow.patina.domain.privacy.Forgotten;
import com.videowindow.patina.eventlog.privacy.PayloadKeys;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What others do while keys are destroyed, and what files still have of those that were. */
class DestroyedKeysTest extends SealedLog {
    @Test
    void writers_that_go_on_while_the_key_is_destroyed_leave_nothing_readable_and_mint_nothing() throws Exception {
        append(log, "before", ANNA, MARK);
        try (EventLog other = node(otherKeys());
                ExecutorService writers = Executors.newFixedThreadPool(64)) {
            AtomicInteger refused = new AtomicInteger();
            IntStream.range(0, 64)
                    .forEach(writer -> writers.execute(() -> {
                        for (int i = 0; i < 20; i++) {
                            try {
                                append(writer % 2 == 0 ? log : other, "w" + writer + "-" + i, ANNA, MARK);
                            } catch (Erased e) {
                                refused.incrementAndGet();
                            }
                        }
                    }));
            keys.destroy(ANNA, LATER);
            keys.scrub(List.of(ANNA));
            writers.shutdown();
            assertThat(writers.awaitTermination(1, java.util.concurrent.TimeUnit.MINUTES))
                    .isTrue();
            assertThat(refused).hasPositiveValue();
        }
        try (EventLog fresh = node(otherKeys())) {
            assertThat(readAll(fresh)).isNotEmpty().hasOnlyElementsOfType(Forgotten.class);
        }
        assertThat(store.keysDatabase().getCollection("secrets").find())
                .filteredOn(stored -> stored.getString("_id").endsWith(ANNA.toString()))
                .singleElement()
                .satisfies(stored -> assertThat(stored).doesNotContainKey("secret"));
    }

    @Test
    void what_a_store_still_has_of_a_destroyed_key_is_of_no_use() throws Exception {
        append(log, "anna", ANNA, MARK);
        List<SubjectId> others = IntStream.range(0, 100)
                .mapToObj(n -> new SubjectId(new UUID(n, n)))
                .toList();
        others.forEach(person -> append(log, "of " + person, person, MARK));
        List<org.bson.Document> secrets = all("secrets");
        List<org.bson.Document> shards = all("shards");
        String master = masterNow();

        keys.destroy(ANNA, LATER);
        keys.scrub(List.of(ANNA));

        assertThat(masterNow()).isNotEqualTo(master);
        assertThat(all("shards")).doesNotContainAnyElementsOf(shards);
        for (SubjectId person : others) {
            assertThat(read(log, "of " + person)).containsExactly(viewed(person, MARK));
        }
        // Everything as the files may still hold it, under the master key that there is now.
        store.keysDatabase().getCollection("secrets").drop();
        store.keysDatabase().getCollection("shards").drop();
        store.keysDatabase().getCollection("secrets").insertMany(secrets);
        store.keysDatabase().getCollection("shards").insertMany(shards);
        try (EventLog thief = node(otherKeys())) {
            assertThatThrownBy(() -> read(thief, "anna")).hasMessageContaining("another master key");
        }
    }

    private List<org.bson.Document> all(String collection) {
        return store.keysDatabase().getCollection(collection).find().into(new ArrayList<>());
    }

    /** Each makes and turns on nodes of its own, and drops the master beside. */
    int rounds() {
        return 12;
    }

    @Test
    void keys_are_made_and_shards_turn_at_once_and_nobody_loses_any() throws Exception {
        int people = rounds();
        try (ExecutorService pool = Executors.newFixedThreadPool(8)) {
            for (int round = 0; round < people; round++) {
                int next = round;
                pool.execute(() -> {
                    PayloadKeys own = otherKeys();
                    try (EventLog node = node(own)) {
                        append(node, "of " + next, new SubjectId(new UUID(7, next)), MARK);
                        own.scrub(List.of(new SubjectId(new UUID(8, next))));
                    }
                });
                SubjectId gone = new SubjectId(new UUID(9, round));
                keys.destroy(gone, LATER);
                keys.scrub(List.of(new SubjectId(new UUID(7, next))));
            }
        }
        try (EventLog fresh = node(otherKeys())) {
            assertThat(readAll(fresh)).hasSize(people).doesNotHaveAnyElementsOfTypes(Forgotten.class);
        }
    }

    @Test
    void a_destruction_that_is_broken_off_at_any_step_can_be_done_again_and_takes_nobody_else() {
        append(log, "ben", BEN, MARK);
        AtomicInteger left = new AtomicInteger(Integer.MAX_VALUE);
        store.keys(new BreakingMaster(otherMaster(), left)).scrub(List.of(BEN)); // makes all shards
        left.set(Integer.MAX_VALUE);
        store.keys(new BreakingMaster(otherMaster(), left)).scrub(List.of(BEN));
        int steps = Integer.MAX_VALUE - left.get();
        IntStream.of(0, 2, 4, steps - 1).forEach(this::breakOffAfter);
    }

    private void breakOffAfter(int steps) {
        SubjectId gone = new SubjectId(new UUID(11, steps));
        append(log, "gone " + steps, gone, MARK);
        keys.destroy(gone, LATER);
        PayloadKeys breaking = store.keys(new BreakingMaster(otherMaster(), new AtomicInteger(steps)));
        assertThatThrownBy(() -> breaking.scrub(List.of(gone))).hasMessage("the power went");
        try (EventLog fresh = node(otherKeys())) {
            assertThat(read(fresh, "ben")).as("after step %d", steps).containsExactly(viewed(BEN, MARK));
        }
        otherKeys().scrub(List.of(gone));
        try (EventLog fresh = node(otherKeys())) {
            assertThat(read(fresh, "ben")).as("after step %d", steps).containsExactly(viewed(BEN, MARK));
            assertThat(read(fresh, "gone " + steps)).hasOnlyElementsOfType(Forgotten.class);
        }
    }
}
