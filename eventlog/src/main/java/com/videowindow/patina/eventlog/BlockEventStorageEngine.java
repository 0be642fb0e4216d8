package com.videowindow.patina.eventlog;

import com.videowindow.patina.domain.LogPosition;
import com.videowindow.patina.eventlog.Commit.Outcome;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.WrappedToken;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;

/** Axon's view of the log: its aggregates, repositories and processors stand on this. */
final class BlockEventStorageEngine implements EventStorageEngine {
    /** Where the unit of work finds how far the log went with what it published. */
    static final String POSITION = "patina.position";

    private final BlockStore blocks;
    private final StreamEvents streams;
    private final LogTail tail;
    private final Committer committer;
    private final EventMapping mapping;
    private final Snapshots snapshots;
    private final LogMetrics metrics;
    private final int readAhead;

    BlockEventStorageEngine(
            BlockStore blocks,
            StreamEvents streams,
            LogTail tail,
            Committer committer,
            EventMapping mapping,
            Snapshots snapshots,
            LogMetrics metrics,
            int readAhead) {
        this.blocks = blocks;
        this.streams = streams;
        this.tail = tail;
        this.committer = committer;
        this.mapping = mapping;
        this.snapshots = snapshots;
        this.metrics = metrics;
        this.readAhead = readAhead;
    }

    private Outcome stored(List<? extends EventMessage<?>> messages) {
        long asOf = mapping.closed().now();
        List<LoggedEvent> events = mapping.logged(messages);
        return metrics.timed(() -> committer.await(committer.submit(events, asOf)));
    }

    @Override
    public void appendEvents(List<? extends EventMessage<?>> messages) {
        if (messages.isEmpty()) {
            return;
        }
        Outcome outcome;
        do { // once more for each time that keys were closed between sealing and writing, which are few
            outcome = stored(messages);
        } while (outcome instanceof Outcome.KeysClosed);
        switch (outcome) {
            case Outcome.KeysClosed again -> throw new IllegalStateException("sealed anew until it is not");
            case Outcome.Landed landed -> remember(landed.last());
            case Outcome.Conflict conflict -> throw refused(EventKey.parse(conflict.key()));
            case Outcome.Unavailable unavailable -> throw unavailable.failure();
        }
    }

    private static void remember(LogPosition last) {
        CurrentUnitOfWork.ifStarted(unit -> unit.root().resources().put(POSITION, last));
    }

    private static RuntimeException refused(EventKey taken) {
        String what = "stream " + taken.stream() + " has an event " + taken.sequence() + " already";
        return taken.sequence() == 0 ? new AggregateStreamCreationException(what) : new ConcurrencyException(what);
    }

    @Override
    public Stream<? extends TrackedEventMessage<?>> readEvents(@Nullable TrackingToken token, boolean mayBlock) {
        LogPosition after = position(token);
        ReadAhead<ReadableBlock> batches =
                new ReadAhead<>(Math.max(0, after.block()), this::lastBlock, readAhead, this::read);
        return StreamSupport.stream(batches, false)
                .flatMap(List::stream)
                .flatMap(block -> block.messages().stream())
                .filter(message -> position(message.trackingToken()).compareTo(after) > 0);
    }

    private long lastBlock() {
        return LogAccess.available(tail::refreshedHead).block();
    }

    private List<ReadableBlock> read(long from, long until) {
        List<ReadableBlock> blocks = new ArrayList<>();
        for (long next = from; next < until; next = blocks.getLast().number() + 1) {
            long missing = next;
            LogAccess.available(() -> tail.read(missing)).stream()
                    .takeWhile(block -> block.number() < until)
                    .peek(ReadableBlock::messages) // opened here, beside the reader
                    .forEach(blocks::add);
        }
        return blocks;
    }

    @Override
    public DomainEventStream readEvents(String stream, long firstSequence) {
        return mapping.stream(streams.of(stream, firstSequence));
    }

    @Override
    public void storeSnapshot(DomainEventMessage<?> snapshot) {
        snapshots.store(snapshot);
    }

    @Override
    public Optional<DomainEventMessage<?>> readSnapshot(String stream) {
        return streams.isKnown(stream) ? Optional.empty() : snapshots.find(stream);
    }

    @Override
    public Optional<Long> lastSequenceNumberFor(String stream) {
        long last = LogAccess.available(() -> blocks.lastSequence(stream));
        return last < 0 ? Optional.empty() : Optional.of(last);
    }

    @Override
    public TrackingToken createTailToken() {
        return token(LogPosition.START);
    }

    @Override
    public TrackingToken createHeadToken() {
        return token(LogAccess.available(tail::refreshedHead));
    }

    /** Just before the first event of that time or a later one: the times of blocks never fall, so they are bisected. */
    @Override
    public TrackingToken createTokenAt(Instant instant) {
        LogPosition head = LogAccess.available(tail::refreshedHead);
        long time = instant.toEpochMilli();
        long first = LogAccess.available(() -> blocks.firstAt(time, head.block()));
        return token(first > head.block() ? head : before(first, time));
    }

    private LogPosition before(long number, long time) {
        List<LoggedEvent> events = read(number, number + 1).getFirst().block().events();
        int first = 0;
        while (events.get(first).at() < time) {
            first++;
        }
        return new LogPosition(LogPosition.of(number, first).value() - 1);
    }

    static LogPosition position(@Nullable TrackingToken token) {
        if (token == null) {
            return LogPosition.START;
        }
        return switch (WrappedToken.unwrapLowerBound(token)) {
            case null -> LogPosition.START;
            case GlobalSequenceTrackingToken global -> new LogPosition(global.getGlobalIndex());
            case TrackingToken other -> throw new IllegalArgumentException("not a token of this log: " + other);
        };
    }

    private static TrackingToken token(LogPosition position) {
        return new GlobalSequenceTrackingToken(position.value());
    }
}
