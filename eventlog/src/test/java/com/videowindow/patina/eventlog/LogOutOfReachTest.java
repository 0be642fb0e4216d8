package com.videowindow.patina.eventlog;

import static com.videowindow.patina.eventlog.People.ANNA;
import static com.videowindow.patina.eventlog.People.event;
import static com.videowindow.patina.eventlog.People.view;
import static com.videowindow.patina.eventlog.People.viewed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoClient;
import com.videowindow.patina.domain.audit.LogUnavailable;
import com.videowindow.patina.domain.audit.Stored;
import com.videowindow.patina.embedded.EmbeddedMongo;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogOutOfReachTest {
    private EmbeddedMongo mongo;
    private FaultyWire wire;
    private MongoClient client;

    @BeforeEach
    void open(@TempDir Path folder) {
        mongo = EmbeddedMongo.start(folder);
        wire = new FaultyWire(mongo.uri());
        client = OpenLog.client(wire.uri());
    }

    @AfterEach
    void close() {
        client.close();
        wire.close();
        mongo.close();
    }

    private EventLog log(EventLogSettings settings) {
        return EventLog.open(client.getDatabase("patina"), settings, OpenLog.KEY);
    }

    /** Blocks of one event, and room for so many commits. */
    private static EventLogSettings narrow(int queue) {
        return new EventLogSettings(
                1,
                1 << 20,
                Duration.ZERO,
                queue,
                1 << 20,
                Duration.ofSeconds(3),
                Duration.ofMillis(50),
                8,
                1 << 20,
                Duration.ofSeconds(10),
                null);
    }

    private static List<CompletableFuture<Void>> writers(EventLog log, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> CompletableFuture.runAsync(
                        () -> log.storageEngine().appendEvents(event("consents/" + i, 0, viewed(ANNA, "m")))))
                .toList();
    }

    @Test
    void what_landed_without_an_answer_is_recognised_and_not_stored_again() {
        try (EventLog log = log(EventLogSettings.DEFAULTS)) {
            log.storageEngine().appendEvents(event("consents/1", 0, viewed(ANNA, "a")));
            wire.loseAnswersToInserts(1);

            log.storageEngine().appendEvents(event("consents/1", 1, viewed(ANNA, "b")));
            log.storageEngine().appendEvents(event("consents/1", 2, viewed(ANNA, "c")));

            assertThat(log.verify().events()).isEqualTo(3);
        }
    }

    @Test
    void facts_whose_answers_are_lost_again_and_again_are_stored_once() {
        try (EventLog log = log(EventLogSettings.DEFAULTS)) {
            wire.loseAnswersToInserts(3);

            log.facts()
                    .storeOnce(IntStream.range(0, 400)
                            .mapToObj(i -> view(ANNA, "m" + i))
                            .toList());

            assertThat(log.verify().events()).isEqualTo(400);
        }
    }

    @Test
    void a_silent_server_is_given_up_on_in_time_and_nothing_is_lost_or_doubled_when_it_speaks_again() {
        try (EventLog log = log(EventLogSettings.DEFAULTS)) {
            log.storageEngine().appendEvents(event("consents/1", 0, viewed(ANNA, "a")));
            wire.holdAnswers();

            assertRefusedInTime(log);
            wire.releaseAnswers();

            Stored stored = await().atMost(Duration.ofSeconds(20))
                    .ignoreException(LogUnavailable.class)
                    .until(() -> log.facts().storeOnce(List.of(view(ANNA, "m"))).getFirst(), answer -> true);
            assertThat(log.facts().storeOnce(List.of(view(ANNA, "m"))))
                    .containsExactly(new Stored(stored.position(), true));
            // what was refused while it was under way may have landed: its writer was told that it might
            assertThat(log.verify().events()).isBetween(2L, 3L);
        }
    }

    @Test
    void a_server_that_is_gone_is_given_up_on_in_time() {
        try (EventLog log = log(EventLogSettings.DEFAULTS)) {
            log.storageEngine().appendEvents(event("consents/1", 0, viewed(ANNA, "a")));
            wire.close();

            assertRefusedInTime(log);
            assertRefusedInTime(log);
        }
    }

    private static void assertRefusedInTime(EventLog log) {
        assertRefusedInTime(() -> log.facts().storeOnce(List.of(view(ANNA, "m"))));
        assertRefusedInTime(() -> log.storageEngine().appendEvents(event("consents/2", 0, viewed(ANNA, "m"))));
        assertRefusedInTime(() -> log.eventStore().readEvents("consents/1"));
    }

    private static void assertRefusedInTime(ThrowingCallable use) {
        long before = System.nanoTime();
        assertThatThrownBy(use).isInstanceOf(LogUnavailable.class);
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(2));
    }

    @Test
    void a_full_queue_refuses_at_once() {
        try (EventLog log = log(narrow(1))) {
            wire.holdAnswers();
            List<CompletableFuture<Void>> writers = writers(log, 6);

            await().atMost(Duration.ofSeconds(2))
                    .until(() -> writers.stream()
                                    .filter(CompletableFuture::isCompletedExceptionally)
                                    .count()
                            >= 1);
            wire.releaseAnswers();
            assertThat(writers.stream()
                            .map(writer -> writer.handle((done, failure) -> failure))
                            .map(CompletableFuture::join))
                    .anySatisfy(failure -> assertThat(failure).hasRootCauseMessage("too many writes wait for the log"));
        }
    }

    @Test
    void facts_that_find_no_room_together_leave_nothing_of_them_behind() {
        EventLog.Parts parts = EventLog.Parts.standard();
        try (EventLog log = EventLog.open(client.getDatabase("patina"), narrow(4), OpenLog.KEY, parts)) {
            wire.holdAnswersToBlocks();
            List<CompletableFuture<Void>> writers = writers(log, 2);
            await().until(() -> parts.meters().get("patina.log.queue").gauge().value() == 1);

            assertThatThrownBy(() -> log.facts()
                            .storeOnce(IntStream.range(0, 5)
                                    .mapToObj(i -> view(ANNA, "m" + i))
                                    .toList()))
                    .isInstanceOf(LogUnavailable.class)
                    .hasMessage("too many writes wait for the log");

            wire.releaseAnswers();
            writers.forEach(CompletableFuture::join);
            assertThat(log.verify().events()).isEqualTo(2);
        }
    }
}
