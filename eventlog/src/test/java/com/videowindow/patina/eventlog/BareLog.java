package com.videowindow.patina.eventlog;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import com.videowindow.patina.domain.LogPosition;
import com.videowindow.patina.eventlog.Commit.Outcome;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** What writes the log and what reads it, each with its own connection; the questions of the latter are counted. */
final class BareLog implements AutoCloseable {
    private final AtomicInteger questions = new AtomicInteger();
    private final TestServer mongo;
    private final MongoClient writing;
    private final MongoClient reading;
    private final Committer committer;
    private final LogTail written;
    private final LogTail tail;
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    /** @param reads how the reading side spends its time */
    BareLog(Path folder, EventLogSettings settings, Clockwork reads) {
        mongo = TestServer.in(folder);
        writing = OpenLog.client(mongo.uri());
        reading = MongoClients.create(MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(mongo.uri()))
                .addCommandListener(new CommandListener() {
                    @Override
                    public void commandStarted(CommandStartedEvent event) {
                        if (event.getCommandName().equals("find")) {
                            questions.incrementAndGet();
                        }
                    }
                })
                .build());
        Blocks blocks = blocks(writing);
        blocks.ensureIndexes();
        Head head = blocks.head();
        written = new LogTail(blocks, head.end(), SimulatedNode.MAPPING, settings, Clockwork.SYSTEM);
        LogMetrics metrics = new LogMetrics(meters);
        committer = new Committer(
                blocks, head, written, SimulatedNode.MAPPING.closed(), settings, metrics, "bare", Clockwork.SYSTEM);
        tail = new LogTail(blocks(reading), head.end(), SimulatedNode.MAPPING, settings, reads);
    }

    private Blocks blocks(MongoClient client) {
        MongoDatabase database = client.getDatabase(mongo.database());
        return new Blocks(database, EventLogSettings.DEFAULTS.patience());
    }

    Blocks blocks() {
        return blocks(writing);
    }

    LogTail tail() {
        return tail;
    }

    BlockStream reader(int room) {
        return new BlockStream(tail, LogPosition.START, room, Clockwork.SYSTEM);
    }

    List<Outcome> store(List<List<LoggedEvent>> commits) {
        return committer.submitAll(commits, 0).stream().map(committer::await).toList();
    }

    int questions() {
        return questions.get();
    }

    double conflicts() {
        return meters.get("patina.log.conflicts").counter().count();
    }

    @Override
    public void close() {
        committer.close();
        written.close();
        tail.close();
        writing.close();
        reading.close();
        mongo.close();
    }
}
