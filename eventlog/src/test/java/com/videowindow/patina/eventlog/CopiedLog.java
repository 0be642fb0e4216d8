package com.videowindow.patina.eventlog;

import static com.videowindow.patina.eventlog.People.ANNA;
import static com.videowindow.patina.eventlog.People.event;
import static com.videowindow.patina.eventlog.People.viewed;

import com.mongodb.client.MongoClient;
import com.videowindow.patina.domain.LogPosition;
import com.videowindow.patina.domain.audit.CopyCheck;
import com.videowindow.patina.domain.audit.LogBackup;
import com.videowindow.patina.domain.audit.LogBackup.Copy;
import com.videowindow.patina.domain.audit.LogBackup.Until;
import com.videowindow.patina.domain.audit.LogStatus;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.bson.RawBsonDocument;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** A log of 150 blocks with copies of it, whole and in parts. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class CopiedLog {
    static final int BLOCKS = 150;
    static final int COMMIT = 3;
    static final CheckpointKey KEY = CheckpointKey.named("copied.example/log");
    static final Until ALL = new Until.Everything();

    final CopyCheck offline = ServiceLoader.load(CopyCheck.class).findFirst().orElseThrow();
    Path folder;
    OpenLog open;
    Path whole;
    Path first;
    Path second;
    Copy made;
    List<RawBsonDocument> originals;

    @BeforeAll
    void copies_of_a_log(@TempDir Path place) {
        folder = place;
        open = OpenLog.in(place.resolve("log"));
        LogBackup backup = new Backup(open.database(), new Evidence(open.database(), KEY));
        first = place.resolve("first.log");
        append(0, 70);
        Copy before = backup.export(first, LogPosition.START, passed -> {});
        append(70, BLOCKS);
        second = place.resolve("second.log");
        backup.export(second, before.last(), passed -> {});
        whole = place.resolve("whole.log");
        made = backup.export(whole, LogPosition.START, passed -> {});
        originals = stored(open.database());
    }

    private void append(int from, int to) {
        for (int i = from; i < to; i++) {
            open.log().storageEngine().appendEvents(commit("consents/" + i));
        }
    }

    static List<DomainEventMessage<?>> commit(String stream) {
        List<DomainEventMessage<?>> events = new ArrayList<>();
        IntStream.range(0, COMMIT).forEach(n -> events.add(event(stream, n, viewed(ANNA, "m" + n))));
        return events;
    }

    static List<RawBsonDocument> stored(com.mongodb.client.MongoDatabase database) {
        RawBlocks raw = new RawBlocks(database);
        List<RawBsonDocument> all = new ArrayList<>();
        List<RawBsonDocument> some = raw.read(0);
        while (!some.isEmpty()) {
            all.addAll(some);
            some = raw.read(all.size());
        }
        return all;
    }

    @AfterAll
    void close() {
        open.close();
    }

    /** A store of its own, for one test. */
    <T> T elsewhere(String name, Function<Store, T> use) {
        try (TestServer mongo = TestServer.in(folder.resolve(name));
                MongoClient client = OpenLog.client(mongo.uri())) {
            return use.apply(new Store(client.getDatabase(mongo.database())));
        }
    }

    record Store(com.mongodb.client.MongoDatabase database) {
        LogStatus restore(Until until, Path... files) {
            return new Backup(database, evidence()).restore(List.of(files), until, passed -> {});
        }

        Evidence evidence() {
            return new Evidence(database, KEY);
        }
    }
}
