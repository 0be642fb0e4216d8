package com.videowindow.patina.eventlog;

import com.mongodb.ReadConcern;
import com.mongodb.ReadPreference;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoDatabase;
import com.videowindow.patina.domain.audit.FactLog;
import com.videowindow.patina.domain.audit.LogInspection;
import com.videowindow.patina.domain.audit.LogStatus;
import com.videowindow.patina.domain.audit.LogWalk;
import com.videowindow.patina.domain.audit.PastEvents;
import com.videowindow.patina.domain.audit.SignedOtherwise;
import com.videowindow.patina.domain.audit.Verification;
import com.videowindow.patina.eventlog.privacy.PayloadKeys;
import com.videowindow.patina.json.PatinaJson;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.extensions.mongo.DefaultMongoTemplate;
import org.axonframework.extensions.mongo.eventsourcing.tokenstore.MongoTokenStore;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.json.JacksonSerializer;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.jspecify.annotations.Nullable;

/** The log, open: everything that stands on it, wired without a container. Closing it stores what still waits. */
public final class EventLog implements AutoCloseable {
    private static final int WRITER_BYTES = 6;

    private final RawBlocks raw;
    private final LogTail tail;
    private final Committer committer;
    private final BlockEventStorageEngine engine;
    private final BlockEventStore store;
    private final StoredFacts facts;
    private final StoredPast past;
    private final WalkedLog walk;
    private final FoldedInspection inspection;
    private final TokenStore tokens;
    private final @Nullable ChangeSignal signal;

    private EventLog(MongoDatabase database, EventLogSettings settings, byte[] messageKey, Parts parts) {
        requireRestored(database);
        Blocks blocks = new Blocks(database, settings.patience());
        raw = new RawBlocks(database);
        blocks.ensureIndexes();
        Head head = blocks.head();
        LogMetrics metrics = new LogMetrics(parts.meters);
        EventMapping mapping = new EventMapping(parts.events, parts.upcasters, parts.seals);
        mapping.closed().skip();
        String writer = name();
        tail = new LogTail(blocks, head.end(), mapping, settings, Clockwork.SYSTEM);
        committer = new Committer(blocks, head, tail, mapping.closed(), settings, metrics, writer, Clockwork.SYSTEM);
        Snapshots snapshots = new Snapshots(database, settings.patience(), parts.general);
        engine = new BlockEventStorageEngine(
                blocks,
                new StreamEvents(blocks, settings.cacheBytes()),
                tail,
                committer,
                mapping,
                snapshots,
                metrics,
                settings.readAhead());
        store = BlockEventStore.on(engine, tail, settings.readAhead(), Clockwork.SYSTEM);
        FactStreams names = new FactStreams(messageKey);
        facts = new StoredFacts(blocks, committer, mapping, names, metrics);
        past = new StoredPast(blocks, mapping);
        walk = new WalkedLog(blocks, mapping, names);
        inspection = new FoldedInspection(blocks, head, tail);
        tokens = tokens(database, settings.claimTimeout(), parts.general, writer);
        signal = ChangeSignal.isOffered(database) ? ChangeSignal.start(database, tail) : null;
    }

    /** What a container may know better: serializers, upcasters, meters. */
    record Parts(Serializer events, Serializer general, EventUpcaster upcasters, MeterRegistry meters, Seals seals) {
        static Parts standard() {
            return standard(Seals.NONE);
        }

        static Parts standard(Seals seals) {
            return new Parts(
                    eventSerializer(), generalSerializer(), Upcasters.CURRENT, new SimpleMeterRegistry(), seals);
        }
    }

    /** Nothing of what was read stays in memory as it was read: a key is gone. */
    public void forgetOpened() {
        tail.forgetOpened();
    }

    /** @throws SignedOtherwise when a restore was broken off, so that nothing may be written yet */
    static void requireRestored(MongoDatabase database) {
        new Checkpoints(database).requireRestored();
    }

    /**
     * One that stores what it is told as it is, without anybody's keys.
     *
     * @param messageKey secret that names facts; all who write to one log must use the same
     */
    public static EventLog open(MongoDatabase database, EventLogSettings settings, byte[] messageKey) {
        return open(database, settings, messageKey, Parts.standard());
    }

    /** One where facts about people rest under their keys. */
    public static EventLog open(
            MongoDatabase database, EventLogSettings settings, byte[] messageKey, PayloadKeys keys) {
        return open(database, settings, messageKey, Parts.standard(Seals.under(keys)));
    }

    static EventLog open(MongoDatabase database, EventLogSettings settings, byte[] messageKey, Parts parts) {
        return new EventLog(database, settings, messageKey, parts);
    }

    static Serializer eventSerializer() {
        return new EventSerializer(EventNames.CURRENT, PatinaJson.mapper());
    }

    static Serializer generalSerializer() {
        return JacksonSerializer.builder()
                .objectMapper(PatinaJson.mapper().copy())
                .build();
    }

    /**
     * Tokens are not waited for until they are on a disk: one that a crash takes back makes a projection see some events
     * again, which changes nothing. They are written with every batch of every segment, and each sync would delay appends.
     */
    static TokenStore tokens(MongoDatabase database, Duration claimTimeout, Serializer serializer, String node) {
        MongoDatabase light = database.withReadPreference(ReadPreference.primary())
                .withReadConcern(ReadConcern.MAJORITY)
                .withWriteConcern(WriteConcern.MAJORITY.withJournal(false));
        return MongoTokenStore.builder()
                .mongoTemplate(
                        DefaultMongoTemplate.builder().mongoDatabase(light).build())
                .serializer(serializer)
                .nodeId(node)
                .claimTimeout(claimTimeout)
                .build();
    }

    private static String name() {
        byte[] name = new byte[WRITER_BYTES];
        new SecureRandom().nextBytes(name);
        return HexFormat.of().formatHex(name);
    }

    public EventStore eventStore() {
        return store;
    }

    public EventStorageEngine storageEngine() {
        return engine;
    }

    public TokenStore tokenStore() {
        return tokens;
    }

    public FactLog facts() {
        return facts;
    }

    public PastEvents past() {
        return past;
    }

    public LogWalk walk() {
        return walk;
    }

    public LogInspection inspection() {
        return inspection;
    }

    /** Reads the whole log and checks every event, block and link. @throws IllegalStateException naming the bad block */
    public LogStatus verify() {
        return switch (new ChainCheck(raw, Witnesses.none(), events -> {}).run()) {
            case Verification.Sound sound -> sound.log();
            case Verification.Damaged damaged -> throw new BrokenChain(damaged.block(), damaged.what());
        };
    }

    @Override
    public void close() {
        if (signal != null) {
            signal.close();
        }
        committer.close();
        tail.close();
    }
}
