package com.videowindow.patina.eventlog;

import com.mongodb.MongoException;
import com.mongodb.client.MongoChangeStreamCursor;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Aggregates;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.changestream.ChangeStreamDocument;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.bson.BsonDocument;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A replica set's change stream: it says at once when another node has stored a block. A signal only, never the source:
 * the tail then reads the blocks by number as always, so that nothing is lost when the stream breaks, is late or repeats
 * itself; while it is broken the tail polls as it does on a server that has none. The stream carries numbers, no events.
 */
final class ChangeSignal implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ChangeSignal.class);
    private static final Duration AGAIN = Duration.ofSeconds(1);

    private final MongoDatabase database;
    private final LogTail tail;
    private final Thread thread;
    private volatile boolean closed;

    private ChangeSignal(MongoDatabase database, LogTail tail) {
        this.database = database;
        this.tail = tail;
        this.thread = Thread.ofVirtual().name("log-signal").unstarted(this::follow);
    }

    /** Whether this server is one that tells: a replica set, or the router of several. */
    static boolean isOffered(MongoDatabase database) {
        try {
            // By its older name, which every server answers to.
            Document hello = database.runCommand(new Document("isMaster", 1));
            return hello.containsKey("setName") || "isdbgrid".equals(hello.get("msg"));
        } catch (MongoException e) {
            LOG.debug("The server does not say what it is, so it will be polled", e);
            return false;
        }
    }

    static ChangeSignal start(MongoDatabase database, LogTail tail) {
        ChangeSignal signal = new ChangeSignal(database, tail);
        signal.thread.start();
        return signal;
    }

    private void follow() {
        while (!closed) {
            try (MongoChangeStreamCursor<ChangeStreamDocument<BsonDocument>> changes = open()) {
                tail.isTold(true);
                tail.refreshedHead();
                while (!closed) {
                    notice(changes.tryNext());
                }
            } catch (RuntimeException | Error e) {
                tail.isTold(false);
                if (!closed) {
                    LOG.info("The server's changes cannot be followed now: {}", e.toString());
                    LockSupport.parkNanos(AGAIN.toNanos());
                }
            }
        }
    }

    private MongoChangeStreamCursor<ChangeStreamDocument<BsonDocument>> open() {
        return Blocks.collection(database)
                .watch(
                        List.of(
                                Aggregates.match(Filters.eq("operationType", "insert")),
                                Aggregates.project(Projections.include("operationType", "documentKey"))),
                        BsonDocument.class)
                .maxAwaitTime(AGAIN.toMillis(), TimeUnit.MILLISECONDS)
                .cursor();
    }

    /** What this node wrote it knows already. */
    private void notice(@Nullable ChangeStreamDocument<BsonDocument> change) {
        BsonDocument key = change == null ? null : change.getDocumentKey();
        if (key != null && key.getInt64("_id").getValue() > tail.head().block()) {
            tail.refreshedHead();
        }
    }

    @Override
    public void close() {
        closed = true;
        thread.interrupt();
    }
}
