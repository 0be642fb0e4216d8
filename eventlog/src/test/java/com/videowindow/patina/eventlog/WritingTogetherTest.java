package com.videowindow.patina.eventlog;

import static com.videowindow.patina.eventlog.People.ANNA;
import static com.videowindow.patina.eventlog.People.event;
import static com.videowindow.patina.eventlog.People.viewed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.videowindow.patina.domain.audit.LogStatus;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WritingTogetherTest {
    private OpenLog open;
    private EventStorageEngine engine;

    @BeforeEach
    void open(@TempDir Path folder) {
        open = OpenLog.in(folder);
        engine = open.log().storageEngine();
    }

    @AfterEach
    void close() {
        open.close();
    }

    @Test
    void two_nodes_with_many_writers_leave_no_gap_and_no_duplicate() throws Exception {
        try (EventLog other = open.another(EventLog.Parts.standard())) {
            inParallel(16, 20, (writer, i) -> {
                EventStorageEngine mine = writer % 2 == 0 ? engine : other.storageEngine();
                mine.appendEvents(List.of(event("consents/" + writer, i, viewed(ANNA, "m"))));
            });

            LogStatus verified = other.verify();
            assertThat(verified.events()).isEqualTo(16 * 20);
            assertThat(other.inspection().status()).isEqualTo(verified);
            assertThat(open.log().inspection().status()).isEqualTo(verified);
            assertThat(other.inspection().end())
                    .isEqualTo(open.log().inspection().end())
                    .satisfies(end -> assertThat(end.events()).isEqualTo(verified.events()))
                    .satisfies(end -> assertThat(end.position()).isEqualTo(verified.position()));
        }
        for (int writer = 0; writer < 16; writer++) {
            assertThat(engine.lastSequenceNumberFor("consents/" + writer)).contains(19L);
            assertThat(engine.readEvents("consents/" + writer).asStream()).hasSize(20);
        }
    }

    @Test
    void of_writers_that_want_the_same_place_one_wins_and_the_others_fail_alone() throws Exception {
        AtomicInteger won = new AtomicInteger();
        AtomicInteger lost = new AtomicInteger();

        inParallel(12, 10, (writer, i) -> {
            engine.appendEvents(List.of(event("own/" + writer, i, viewed(ANNA, "m"))));
            try {
                engine.appendEvents(List.of(event("shared", i, viewed(ANNA, "m" + writer))));
                won.incrementAndGet();
            } catch (AggregateStreamCreationException | ConcurrencyException e) {
                lost.incrementAndGet();
            }
        });

        assertThat(won).hasValue(10);
        assertThat(lost).hasValue(110);
        assertThat(open.log().verify().events()).isEqualTo(120 + 10);
    }

    @Test
    void a_conflict_at_the_start_of_a_stream_differs_from_one_later() {
        engine.appendEvents(event("consents/1", 0, viewed(ANNA, "a")), event("consents/1", 1, viewed(ANNA, "b")));

        assertThatThrownBy(() -> engine.appendEvents(event("consents/1", 0, viewed(ANNA, "c"))))
                .isInstanceOf(AggregateStreamCreationException.class);
        assertThatThrownBy(() -> engine.appendEvents(event("consents/1", 1, viewed(ANNA, "c"))))
                .isInstanceOf(ConcurrencyException.class);
    }

    @Test
    void the_same_place_twice_in_one_commit_is_a_conflict() {
        assertThatThrownBy(() -> engine.appendEvents(
                        event("consents/1", 3, viewed(ANNA, "a")), event("consents/1", 3, viewed(ANNA, "b"))))
                .isInstanceOf(ConcurrencyException.class);
        assertThat(open.log().verify().events()).isZero();
    }

    @Test
    void a_commit_that_is_larger_than_a_block_stays_together() {
        List<EventMessage<?>> large = many(0, 1_000);

        engine.appendEvents(large);

        assertThat(open.log().verify().blocks()).isOne();
        assertThat(engine.readEvents("consents/1").asStream()).hasSize(1_000);
    }

    @Test
    void a_commit_beyond_the_largest_block_is_refused_whole() {
        assertThatThrownBy(() -> engine.appendEvents(many(0, 4_097))).isInstanceOf(IllegalArgumentException.class);
        assertThat(open.log().verify().events()).isZero();
    }

    private static List<EventMessage<?>> many(int from, int until) {
        return new ArrayList<>(IntStream.range(from, until)
                .mapToObj(i -> event("consents/1", i, viewed(ANNA, "m" + i)))
                .toList());
    }

    private interface Step {
        void take(int writer, int number) throws Exception;
    }

    private static void inParallel(int writers, int each, Step step) throws Exception {
        try (ExecutorService pool = Executors.newFixedThreadPool(writers)) {
            List<Callable<Void>> tasks = new ArrayList<>();
            for (int w = 0; w < writers; w++) {
                int writer = w;
                tasks.add(() -> {
                    for (int i = 0; i < each; i++) {
                        step.take(writer, i);
                    }
                    return null;
                });
            }
            for (Future<Void> done : pool.invokeAll(tasks)) {
                done.get();
            }
        }
    }
}
