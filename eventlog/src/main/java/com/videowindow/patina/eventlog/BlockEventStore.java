package com.videowindow.patina.eventlog;

import com.mongodb.MongoException;
import com.videowindow.patina.domain.audit.LogUnavailable;
import java.util.Optional;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.TrackingEventStream;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.AbstractEventStore;
import org.jspecify.annotations.Nullable;

/**
 * Axon's event store on the log. Not its embedded one, whose cache is a list of single events that readers walk behind a
 * lock and whose readers cannot be called when there is more: here readers share decoded blocks.
 */
final class BlockEventStore extends AbstractEventStore {
    private final LogTail tail;
    private final int room;
    private final Clockwork clockwork;

    private BlockEventStore(Builder builder, LogTail tail, int room, Clockwork clockwork) {
        super(builder);
        this.tail = tail;
        this.room = room;
        this.clockwork = clockwork;
    }

    static BlockEventStore on(BlockEventStorageEngine engine, LogTail tail, int room, Clockwork clockwork) {
        Builder builder = new Builder();
        builder.storageEngine(engine);
        return new BlockEventStore(builder, tail, room, clockwork);
    }

    @Override
    public TrackingEventStream openStream(@Nullable TrackingToken token) {
        return new BlockStream(tail, BlockEventStorageEngine.position(token), room, clockwork);
    }

    /** A snapshot that cannot be read is passed over, but not when the stream could not be read either. */
    @Override
    protected Optional<DomainEventMessage<?>> handleSnapshotReadingError(String stream, Throwable failure) {
        if (failure instanceof MongoException) {
            throw new LogUnavailable("the log is not available", failure);
        }
        return super.handleSnapshotReadingError(stream, failure);
    }

    private static final class Builder extends AbstractEventStore.Builder {}
}
