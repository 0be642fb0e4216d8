package com.videowindow.patina.projections;

import com.mongodb.client.MongoDatabase;
import com.videowindow.patina.domain.DomainEvent;
import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.audit.LogEnd;
import com.videowindow.patina.domain.audit.LogStatus;
import com.videowindow.patina.domain.audit.LogUnavailable;
import com.videowindow.patina.domain.erasure.Actor;
import com.videowindow.patina.domain.erasure.ErasureId;
import com.videowindow.patina.domain.erasure.ErasureRequested;
import com.videowindow.patina.domain.erasure.ErasureStarted;
import com.videowindow.patina.domain.erasure.Fence;
import com.videowindow.patina.domain.erasure.Regulation;
import com.videowindow.patina.domain.erasure.SubjectErased;
import com.videowindow.patina.domain.retention.Periods;
import com.videowindow.patina.eventlog.EventLog;
import com.videowindow.patina.eventlog.EventLogSettings;
import com.videowindow.patina.eventlog.privacy.LocalMasterKey;
import com.videowindow.patina.eventlog.privacy.PayloadKeys;
import com.videowindow.patina.eventlog.privacy.StoredPeriods;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.UUID;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventsourcing.eventstore.EventStore;

/** The project's own log, where facts about people rest under their keys. */
final class SealedLog extends OpenLog {
    private static final byte[] KEY = "a secret of at least 32 bytes, for tests".getBytes(StandardCharsets.UTF_8);

    private final MongoDatabase database;
    private final Path home;
    private final PayloadKeys keys;
    private final EventLog log;
    private volatile boolean away;

    SealedLog() {
        this(SharedMongo.database(), home());
    }

    private SealedLog(MongoDatabase database, Path home) {
        this.database = database;
        this.home = home;
        keys = new PayloadKeys(database, LocalMasterKey.of(home), Duration.ofSeconds(5));
        log = EventLog.open(database, EventLogSettings.DEFAULTS, KEY, keys);
    }

    /** The same log, as another node has it open. */
    SealedLog elsewhere() {
        return new SealedLog(database, home);
    }

    /** Stored in the middle of this month. */
    void appendIn(YearMonth month, DomainEvent... events) {
        Clock now = GenericEventMessage.clock;
        GenericEventMessage.clock =
                Clock.fixed(month.atDay(15).atStartOfDay().toInstant(ZoneOffset.UTC), ZoneOffset.UTC);
        try {
            append(events);
        } finally {
            GenericEventMessage.clock = now;
        }
    }

    /** As the engine does it: the keys go, and the log says that they went. */
    void erase(SubjectId subject) {
        ErasureId erasure = new ErasureId(UUID.randomUUID());
        Instant now = Instant.now();
        Actor self = new Actor(Actor.Kind.SUBJECT, subject);
        append(
                new ErasureRequested(erasure, subject, self, Regulation.GDPR, now, now, null, now),
                new ErasureStarted(erasure, subject, now));
        keys.destroy(subject, now);
        append(new SubjectErased(erasure, subject, new Fence(head(), "0badcafe"), now));
    }

    @Override
    Periods periods() {
        return new StoredPeriods(keys, log::forgetOpened);
    }

    @Override
    EventStore store() {
        return log.eventStore();
    }

    @Override
    TokenStore tokens() {
        return log.tokenStore();
    }

    @Override
    void leave() {
        away = true;
    }

    @Override
    void comeBack() {
        away = false;
    }

    @Override
    public LogEnd end() {
        if (away) {
            throw new LogUnavailable("away", null);
        }
        return log.inspection().end();
    }

    @Override
    public LogStatus status() {
        return log.inspection().status();
    }

    @Override
    public void close() {
        log.close();
        super.close();
    }
}
