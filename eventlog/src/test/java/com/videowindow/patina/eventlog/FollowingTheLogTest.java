package com.videowindow.patina.eventlog;

import static com.videowindow.patina.eventlog.People.ANNA;
import static com.videowindow.patina.eventlog.People.event;
import static com.videowindow.patina.eventlog.People.view;
import static com.videowindow.patina.eventlog.People.viewed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.videowindow.patina.domain.audit.Fact;
import com.videowindow.patina.domain.interaction.InteractionRecorded;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.SimpleEventHandlerInvoker;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Axon's pooled streaming processor reads the log. */
class FollowingTheLogTest {

    /** What a handler saw, and when. */
    private record Seen(String message, long position, long nanos) {}

    static final class Watcher {
        private final Queue<Seen> seen = new ConcurrentLinkedQueue<>();

        @EventHandler
        void on(InteractionRecorded event, TrackingToken token) {
            long position = ((GlobalSequenceTrackingToken) token).getGlobalIndex();
            seen.add(new Seen(event.message().value(), position, System.nanoTime()));
        }
    }

    private static PooledStreamingEventProcessor processor(EventLog log, Watcher watcher, int segments) {
        return PooledStreamingEventProcessor.builder()
                .name("watcher")
                .eventHandlerInvoker(SimpleEventHandlerInvoker.builder()
                        .eventHandlers(watcher)
                        .listenerInvocationErrorHandler(PropagatingErrorHandler.instance())
                        .build())
                .messageSource(log.eventStore())
                .tokenStore(log.tokenStore())
                .transactionManager(NoTransactionManager.instance())
                .coordinatorExecutor(name -> Executors.newScheduledThreadPool(1))
                .workerExecutor(name -> Executors.newScheduledThreadPool(2))
                .initialSegmentCount(segments)
                .initialToken(source -> source.createTailToken())
                .build();
    }

    private static List<Fact> facts(int from, int until) {
        return IntStream.range(from, until).mapToObj(i -> view(ANNA, "m" + i)).toList();
    }

    @Test
    void every_event_is_handled_once_and_in_order_while_two_nodes_write(@TempDir Path folder) {
        Watcher watcher = new Watcher();
        try (OpenLog open = OpenLog.in(folder);
                EventLog other = open.another(EventLog.Parts.standard())) {
            open.log().facts().storeOnce(facts(0, 500));
            PooledStreamingEventProcessor processor = processor(open.log(), watcher, 1);
            processor.start();
            for (int from = 500; from < 1_000; from += 50) {
                EventLog writer = from % 100 == 0 ? other : open.log();
                writer.facts().storeOnce(facts(from, from + 50));
            }
            await().atMost(Duration.ofSeconds(30)).until(() -> watcher.seen.size() >= 1_000);
            processor.shutDown();
        }
        assertThat(watcher.seen).hasSize(1_000).extracting(Seen::position).isSorted();
        assertThat(watcher.seen).extracting(Seen::message).doesNotHaveDuplicates();
    }

    @Test
    void several_segments_share_the_events(@TempDir Path folder) {
        Watcher watcher = new Watcher();
        try (OpenLog open = OpenLog.in(folder)) {
            PooledStreamingEventProcessor processor = processor(open.log(), watcher, 4);
            processor.start();
            open.log().facts().storeOnce(facts(0, 400));
            await().atMost(Duration.ofSeconds(30)).until(() -> watcher.seen.size() >= 400);
            processor.shutDown();
        }
        assertThat(watcher.seen).extracting(Seen::message).hasSize(400).doesNotHaveDuplicates();
    }

    @Test
    void a_handler_sees_what_its_node_wrote_within_a_tenth_of_a_second(@TempDir Path folder) {
        Watcher watcher = new Watcher();
        try (OpenLog open = OpenLog.in(folder)) {
            PooledStreamingEventProcessor processor = processor(open.log(), watcher, 1);
            processor.start();
            long[] delays = new long[31];
            for (int i = 0; i < delays.length; i++) {
                int expected = i + 1;
                open.log().storageEngine().appendEvents(event("consents/1", i, viewed(ANNA, "m" + i)));
                long stored = System.nanoTime();
                await().pollInterval(Duration.ofMillis(1)).until(() -> watcher.seen.size() == expected);
                delays[i] = List.copyOf(watcher.seen).getLast().nanos() - stored;
            }
            processor.shutDown();
            java.util.Arrays.sort(delays);
            assertThat(Duration.ofNanos(delays[delays.length / 2])).isLessThan(Duration.ofMillis(100));
        }
    }

    @Test
    void after_a_restart_the_log_is_as_it_was_and_a_processor_goes_on_where_it_stopped(@TempDir Path folder) {
        Watcher before = new Watcher();
        Watcher after = new Watcher();
        try (OpenLog open = OpenLog.in(folder)) {
            PooledStreamingEventProcessor processor = processor(open.log(), before, 1);
            processor.start();
            open.log().facts().storeOnce(facts(0, 200));
            await().atMost(Duration.ofSeconds(30)).until(() -> before.seen.size() == 200);
            processor.shutDown();
        }
        try (OpenLog open = OpenLog.in(folder)) {
            assertThat(open.log().verify().events()).isEqualTo(200);
            assertThat(open.log().facts().storeOnce(facts(0, 200))).allMatch(stored -> stored.duplicate());
            PooledStreamingEventProcessor processor = processor(open.log(), after, 1);
            processor.start();
            open.log().facts().storeOnce(facts(200, 300));
            await().atMost(Duration.ofSeconds(30)).until(() -> after.seen.size() >= 100);
            processor.shutDown();
        }
        assertThat(after.seen).extracting(Seen::message).hasSize(100).contains("m200", "m299");
    }
}
