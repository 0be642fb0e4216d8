package com.videowindow.patina.projections.rebuild;

import com.videowindow.patina.domain.AboutSubject;
import com.videowindow.patina.domain.LogPosition;
import com.videowindow.patina.domain.audit.LogInspection;
import com.videowindow.patina.domain.audit.LogUnavailable;
import com.videowindow.patina.domain.audit.ReadModelUnavailable;
import com.videowindow.patina.domain.audit.ReplayStatus.State;
import com.videowindow.patina.domain.part.OpenParts;
import com.videowindow.patina.projections.runner.LiveProjection;
import com.videowindow.patina.projections.runner.Positioned;
import com.videowindow.patina.projections.store.Indices;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Rebuilds one read model beside the live one and takes its place.
 *
 * <p>The log is read from its start by the same fold, in batches as large as memory allows and several parts side by side, whose documents
 * are written seldom: what is in the new index is noted now and then, and gone on from. At the head the old index is blocked for writing,
 * which every node's live projection answers by waiting; the rest of the log is read; then the two are compared and the
 * alias is moved in one step. The live projections go on with the new index, where what they repeat changes nothing.
 * Until that step nothing that readers see has changed, so it can end at any moment.
 */
final class Rebuild<D> {
    private static final Logger log = LoggerFactory.getLogger(Rebuild.class);
    private static final int IDLE_MILLIS = 50;
    private static final Duration SIGN_OF_LIFE = Duration.ofSeconds(1);
    private static final Duration CHECKPOINT = Duration.ofMinutes(3);
    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final Duration LAST_SEARCHES = Duration.ofSeconds(2);

    private final LiveProjection<D> projection;
    private final EventStore events;
    private final LogInspection inspection;
    private final Indices indices;
    private final Comparison comparison;
    private final ReplayBook book;
    private final OpenParts hidden;
    private final Clock clock;
    private final LogPosition since;
    private final long startNanos = System.nanoTime();
    private final long doneBefore;
    private final Gathered gathered = new Gathered(Runtime.getRuntime().maxMemory());
    private final Set<LogPosition> evicted;
    private volatile ReplayRecord record;
    private volatile boolean cancelled;
    private LogPosition read;
    private final AtomicLong done = new AtomicLong();
    private long saved = System.nanoTime();
    private long written = System.nanoTime();

    /** What a rebuild works with. */
    record Tools(
            EventStore events,
            LogInspection inspection,
            Indices indices,
            Comparison comparison,
            ReplayBook book,
            OpenParts hidden,
            Supplier<LogPosition> memory,
            Clock clock) {}

    Rebuild(LiveProjection<D> projection, ReplayRecord record, Tools tools) {
        this.projection = projection;
        this.record = record;
        this.events = tools.events;
        this.inspection = tools.inspection;
        this.indices = tools.indices;
        this.comparison = tools.comparison;
        this.book = tools.book;
        this.hidden = tools.hidden;
        this.clock = tools.clock;
        this.evicted = projection.poisoned().evicted();
        this.read = new LogPosition(record.position());
        this.since = read.equals(LogPosition.START) ? tools.memory.get() : read;
        this.done.set(record.done());
        this.doneBefore = record.done();
    }

    /** With what has been read by now, of which not all may be stored yet. */
    ReplayRecord record() {
        ReplayRecord noted = record;
        return noted.isUnfinished() ? noted.at(noted.position(), done.get(), rate(), noted.savedAt()) : noted;
    }

    private double rate() {
        return (done.get() - doneBefore) * 1e9 / (System.nanoTime() - startNanos);
    }

    /** Ends it soon; what has been built is kept. */
    void cancel() {
        cancelled = true;
    }

    void run() {
        try (BlockingStream<TrackedEventMessage<?>> stream = events.openStream(token());
                Parts<D> parts =
                        new Parts<>(record.projection(), projection.fold(), record.index(), since, this::patiently)) {
            readUntilHead(stream, parts);
            swap(stream, parts);
        } catch (CancellationException e) {
            giveUp(State.CANCELLED, "cancelled after " + done + " events; resume goes on from there");
        } catch (InterruptedException e) {
            giveUp(State.CANCELLED, "interrupted after " + done + " events; resume goes on from there");
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            log.error("The rebuild of {} failed", record.projection(), e);
            giveUp(State.FAILED, e.getClass().getSimpleName() + ": " + e.getMessage());
        }
        deleteReplaced();
    }

    private @Nullable GlobalSequenceTrackingToken token() {
        return read.equals(LogPosition.START) ? null : new GlobalSequenceTrackingToken(read.value());
    }

    private void readUntilHead(BlockingStream<TrackedEventMessage<?>> stream, Parts<D> parts)
            throws InterruptedException {
        do {
            checkCancelled();
            if (stream.hasNextAvailable(IDLE_MILLIS, TimeUnit.MILLISECONDS)) {
                take(stream.nextAvailable(), parts);
            } else {
                giveSigns(parts);
            }
        } while (!isAtHead());
        checkpoint(parts);
    }

    private boolean isAtHead() {
        try {
            return read.covers(inspection.head());
        } catch (LogUnavailable e) {
            return false;
        }
    }

    private void take(TrackedEventMessage<?> message, Parts<D> parts) throws InterruptedException {
        Positioned event = Positioned.of(message, projection.model()::concerns);
        if (event != null && !evicted.contains(event.position()) && !isHidden(event)) {
            gathered.add(event);
        }
        read = Positioned.position(message.trackingToken());
        done.incrementAndGet();
        if (gathered.isFull()) {
            parts.take(gathered.taken());
        }
        giveSigns(parts);
    }

    /** Facts stay, each in a document of its own: whoever shows them leaves out what is hidden. */
    private boolean isHidden(Positioned event) {
        return !projection.model().isFact()
                && event.event() instanceof AboutSubject personal
                && hidden.hidden(personal.subject()).contains(event.position());
    }

    private static boolean isOver(Duration time, long since) {
        return System.nanoTime() - since > time.toNanos();
    }

    private void giveSigns(Parts<D> parts) throws InterruptedException {
        if (isOver(CHECKPOINT, written)) {
            checkpoint(parts);
        } else if (isOver(SIGN_OF_LIFE, saved)) {
            patiently(() -> record = book.save(record.at(record.position(), record.done(), rate(), clock.instant())));
            saved = System.nanoTime();
        }
    }

    /** From here on a rebuild that ends goes on. */
    private void checkpoint(Parts<D> parts) throws InterruptedException {
        parts.take(gathered.taken());
        parts.write();
        patiently(() -> {
            if (record.done() != done.get()) {
                record = book.save(record.at(read.value(), done.get(), rate(), clock.instant()));
            }
        });
        saved = System.nanoTime();
        written = saved;
    }

    /** Repeats what fails while Elasticsearch is away; all of it may be done twice. */
    private void patiently(Runnable work) throws InterruptedException {
        while (true) {
            try {
                work.run();
                return;
            } catch (ReadModelUnavailable e) {
                checkCancelled();
                TimeUnit.MILLISECONDS.sleep(PAUSE.toMillis());
            }
        }
    }

    private void swap(BlockingStream<TrackedEventMessage<?>> stream, Parts<D> parts) throws InterruptedException {
        String name = projection.model().name();
        indices.ensure(name);
        String old = indices.behind(name).orElseThrow();
        if (!old.equals(record.index())) {
            record = book.save(record.replacing(old, clock.instant()));
            indices.block(old);
            readUntilHead(stream, parts);
            String found = comparison.of(old, record.index()).inWords();
            checkCancelled();
            requireNothingEvictedSince(record.startedAt());
            indices.swap(name, old, record.index());
            complete(found);
        } else {
            complete("had taken its place before");
        }
    }

    /** What was read by then cannot be taken out again. */
    private void requireNothingEvictedSince(Instant start) {
        if (projection.poisoned().wasEvictedSince(start)) {
            throw new IllegalStateException("events were evicted since it began, which it may hold: start another");
        }
    }

    private void complete(String found) {
        projection.model().swapped();
        end(State.COMPLETED, found);
        try {
            projection.poisoned().rebuilt(read);
        } catch (RuntimeException e) {
            log.warn("The letters of {} stay, though its documents hold them now", record.projection(), e);
        }
    }

    private void giveUp(State state, String why) {
        String blocked = record.replaced();
        try {
            if (blocked != null) {
                indices.unblock(blocked);
            }
        } catch (RuntimeException e) {
            log.warn("{} stays blocked until the abandoned rebuild is noticed", blocked, e);
        }
        end(state, why);
    }

    private void end(State state, String outcome) {
        record = record.at(record.position(), record.done(), rate(), clock.instant())
                .in(state, outcome, clock.instant());
        log.info("Rebuild of {}: {}, {}", record.projection(), state, outcome);
        try {
            book.save(record);
        } catch (RuntimeException e) {
            log.warn("The end of the rebuild {} could not be recorded", record.id(), e);
        }
    }

    /** A moment later, since a search that began before the swap may still be reading it. */
    private void deleteReplaced() {
        String old = record.replaced();
        if (record.state() != State.COMPLETED || old == null) {
            return;
        }
        LockSupport.parkNanos(LAST_SEARCHES.toNanos());
        // Whoever stops this node does not wait so long, but must not leave the old index behind either.
        boolean hurried = Thread.interrupted();
        log.debug("Deleting {}, hurried: {}", old, hurried);
        try {
            indices.delete(old);
        } catch (RuntimeException e) {
            log.warn("{} is no longer used but could not be deleted", old, e);
        }
    }

    private void checkCancelled() {
        if (cancelled) {
            throw new CancellationException();
        }
    }
}
