package com.videowindow.patina.eventlog;

import com.mongodb.client.MongoDatabase;
import com.videowindow.patina.domain.LogPosition;
import com.videowindow.patina.eventlog.Commit.Outcome;
import com.videowindow.patina.eventlog.privacy.PayloadKeys;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.serialization.upcasting.event.NoOpEventUpcaster;

/** A node that stops before it sends its first block to the server, until it is woken. */
final class StallingNode implements AutoCloseable {
    /** Who waits for it is patient, as a process that sleeps with its writer is. */
    private static final EventLogSettings SETTINGS = new EventLogSettings(
            128,
            1 << 20,
            Duration.ofMillis(2),
            16_384,
            64L << 20,
            Duration.ofMinutes(1),
            Duration.ofMillis(50),
            32,
            1L << 25,
            Duration.ofSeconds(10),
            null);

    private final CountDownLatch asleep = new CountDownLatch(1);
    private final CountDownLatch awake = new CountDownLatch(1);
    private final EventMapping mapping;
    private final LogTail tail;
    private final Committer committer;
    private final BlockEventStorageEngine engine;

    /** As it waits to be written. */
    record Sealed(List<LoggedEvent> events, long asOf) {}

    StallingNode(MongoDatabase database, PayloadKeys keys) {
        EventLogSettings settings = SETTINGS;
        BlockStore blocks = new Stalling(new Blocks(database, settings.patience()));
        mapping = new EventMapping(EventLog.eventSerializer(), NoOpEventUpcaster.INSTANCE, Seals.under(keys));
        Head head = blocks.head();
        LogMetrics metrics = new LogMetrics(new SimpleMeterRegistry());
        tail = new LogTail(blocks, head.end(), mapping, settings, Clockwork.SYSTEM);
        committer = new Committer(blocks, head, tail, mapping.closed(), settings, metrics, "late", Clockwork.SYSTEM);
        engine = new BlockEventStorageEngine(
                blocks,
                new StreamEvents(blocks, settings.cacheBytes()),
                tail,
                committer,
                mapping,
                new Snapshots(database, settings.patience(), EventLog.generalSerializer()),
                metrics,
                settings.readAhead());
    }

    void append(DomainEventMessage<?> event) {
        engine.appendEvents(List.of(event));
    }

    Sealed seal(DomainEventMessage<?> event) {
        long asOf = mapping.closed().now();
        return new Sealed(mapping.logged(List.of(event)), asOf);
    }

    Outcome submit(Sealed sealed) {
        wake();
        return committer.await(committer.submit(sealed.events(), sealed.asOf()));
    }

    void catchUp() {
        tail.refreshedHead();
    }

    void awaitAsleep() {
        await(asleep);
    }

    void wake() {
        awake.countDown();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        wake();
        committer.close();
        tail.close();
    }

    private final class Stalling implements BlockStore {
        private final BlockStore real;

        Stalling(BlockStore real) {
            this.real = real;
        }

        @Override
        public void insert(Block block) {
            asleep.countDown();
            await(awake);
            real.insert(block);
        }

        @Override
        public List<Block> find(List<Long> numbers) {
            return real.find(numbers);
        }

        @Override
        public Set<Long> existing(List<Long> numbers) {
            return real.existing(numbers);
        }

        @Override
        public List<LoggedEvent> events(Set<String> keys) {
            return real.events(keys);
        }

        @Override
        public Map<String, Place> places(Collection<String> keys) {
            return real.places(keys);
        }

        @Override
        public Map<String, LogPosition> positions(Collection<String> keys) {
            return real.positions(keys);
        }

        @Override
        public long timeOf(long number) {
            return real.timeOf(number);
        }
    }
}
