package com.videowindow.patina.eventlog;

import static com.videowindow.patina.eventlog.People.ANNA;
import static com.videowindow.patina.eventlog.People.view;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import com.videowindow.patina.domain.LogPosition;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.axonframework.serialization.upcasting.event.NoOpEventUpcaster;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server with a change stream: the stock one of our embedded server's makers, which has an oplog when asked to. */
class ServerThatTellsTest {
    private static final byte[] KEY = "a key for tests, of 32 bytes ...".getBytes(StandardCharsets.US_ASCII);
    private static final int BLOCKS = 15;

    @Test
    void what_another_node_stores_is_seen_when_the_server_tells_though_nobody_asks() {
        MongoServer server = new MongoServer(H2Backend.inMemory());
        server.enableOplog();
        try (MongoClient client = MongoClients.create(server.bindAndGetConnectionString())) {
            MongoDatabase database = client.getDatabase("patina");
            try (EventLog other = EventLog.open(database, EventLogSettings.DEFAULTS, KEY);
                    LogTail tail = tail(database, new NobodyAsks());
                    ChangeSignal signal = ChangeSignal.start(database, tail)) {
                long[] delays = new long[BLOCKS];
                for (int i = 0; i < BLOCKS; i++) {
                    LogPosition stored = other.facts()
                            .storeOnce(List.of(view(ANNA, "m" + i)))
                            .getFirst()
                            .position();
                    long since = System.nanoTime();
                    await().pollInterval(Duration.ofMillis(2))
                            .until(() -> tail.head().equals(stored));
                    delays[i] = System.nanoTime() - since;
                }
                Arrays.sort(delays);
                assertThat(Duration.ofNanos(delays[BLOCKS / 2])).isLessThan(Duration.ofMillis(200));
                assertThat(signal).isNotNull();
            }
        } finally {
            server.shutdownNow();
        }
    }

    @Test
    void a_server_that_does_not_tell_is_polled(@TempDir Path folder) {
        try (OpenLog open = OpenLog.in(folder)) {
            assertThat(ChangeSignal.isOffered(open.database())).isFalse();
            try (LogTail tail = tail(open.database(), Clockwork.SYSTEM);
                    ChangeSignal refused = ChangeSignal.start(open.database(), tail)) {
                open.log().facts().storeOnce(List.of(view(ANNA, "m1")));

                await().until(() -> tail.head().equals(open.log().inspection().head()));
                assertThat(refused).isNotNull();
            }
        }
    }

    private static LogTail tail(MongoDatabase database, Clockwork clockwork) {
        Blocks blocks = new Blocks(database, EventLogSettings.DEFAULTS.patience());
        EventMapping mapping = new EventMapping(EventLog.eventSerializer(), NoOpEventUpcaster.INSTANCE, Seals.NONE);
        return new LogTail(blocks, blocks.head().end(), mapping, EventLogSettings.DEFAULTS, clockwork);
    }
}
