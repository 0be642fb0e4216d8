package com.videowindow.patina.projections.runner;

import com.videowindow.patina.domain.LogPosition;
import com.videowindow.patina.domain.audit.DeadLetters;
import com.videowindow.patina.domain.audit.DeadSequence;
import com.videowindow.patina.domain.audit.LogUnavailable;
import com.videowindow.patina.domain.audit.Retried;
import com.videowindow.patina.projections.store.DocumentRefused;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.GenericTrackedEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.messaging.deadletter.DeadLetter;
import org.axonframework.messaging.deadletter.Decisions;
import org.axonframework.messaging.deadletter.EnqueueDecision;
import org.axonframework.messaging.deadletter.GenericDeadLetter;
import org.axonframework.messaging.deadletter.SequencedDeadLetterQueue;
import org.axonframework.messaging.deadletter.ThrowableCause;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What one read model could not take in. Which keys have letters is kept in memory from the moment that a segment is
 * claimed: only its owner adds to them, so that a key that is not there has none; one that is there is asked for, since
 * anybody may have mended it.
 */
public final class PoisonedEvents<D> {
    private static final Logger log = LoggerFactory.getLogger(PoisonedEvents.class);
    private static final long COUNT_AGAIN = Duration.ofSeconds(5).toNanos();
    private static final Duration RETRY_ALL = Duration.ofSeconds(20);

    private final ReadModel<D> model;
    private final Fold<D> fold;
    private final SequencedDeadLetterQueue<EventMessage<?>> queue;
    private final DeadLetters stored;
    private final Counter counter;
    private volatile @Nullable Set<String> waiting;
    private volatile long count;
    private volatile long countAgain = System.nanoTime();

    /** Where letters are kept: the queue of a read model by its name, and all of them to look at. */
    record Letters(Function<String, SequencedDeadLetterQueue<EventMessage<?>>> queues, DeadLetters stored) {}

    PoisonedEvents(ReadModel<D> model, Fold<D> fold, Letters letters, MeterRegistry meters) {
        this.model = model;
        this.fold = fold;
        this.queue = letters.queues.apply(model.name());
        this.stored = letters.stored;
        this.counter = meters.counter("patina.deadletters.added", "projection", model.name());
        Gauge.builder("patina.deadletters", this::count)
                .tag("projection", model.name())
                .baseUnit("events")
                .register(meters);
    }

    /** Whether trying again cannot help: the failure comes from what the event says, not from what is away. */
    public static boolean isPoison(RuntimeException failure) {
        return failure instanceof Unfoldable || failure instanceof DocumentRefused;
    }

    /** A segment was claimed: whoever had it before may have added letters. */
    void forget() {
        waiting = null;
    }

    private Set<String> waiting() {
        Set<String> known = waiting;
        if (known == null) {
            Set<String> read = ConcurrentHashMap.newKeySet();
            stored.sequences(model.name(), null, Integer.MAX_VALUE).forEach(each -> read.add(each.sequence()));
            waiting = read;
            known = read;
        }
        return known;
    }

    /** Puts the event behind those of its key that wait; false when none do. */
    boolean waitsBehind(Positioned event) {
        Set<String> known = waiting();
        String key = key(event);
        if (known.isEmpty() || !known.contains(key)) {
            return false;
        }
        if (queue.enqueueIfPresent(key, () -> new GenericDeadLetter<>(key, message(event)))) {
            added();
            return true;
        }
        known.remove(key);
        return false;
    }

    void add(Positioned event, RuntimeException poison) {
        String key = key(event);
        queue.enqueue(key, new GenericDeadLetter<>(key, message(event)).withCause(cause(poison)));
        waiting().add(key);
        added();
        log.error(
                "Projection {} sets the event at position {} aside, and what follows of its key: {}",
                model.name(),
                event.position().value(),
                poison.getMessage());
    }

    private void added() {
        counter.increment();
        countAgain = System.nanoTime();
    }

    private String key(Positioned event) {
        String key = model.key(event.event(), event.position());
        return key == null ? "" : key;
    }

    private static EventMessage<?> message(Positioned event) {
        return new GenericTrackedEventMessage<>(
                new GlobalSequenceTrackingToken(event.position().value()),
                GenericEventMessage.asEventMessage(event.event()));
    }

    private static ThrowableCause cause(RuntimeException poison) {
        Throwable reason = poison.getCause() == null ? poison : poison.getCause();
        return new ThrowableCause(reason.getClass().getName(), poison.getMessage());
    }

    /** Tries a key again; empty when nothing waits there or somebody is at it. */
    Optional<Retried> retry(String sequence) {
        Iterator<DeadLetter<? extends EventMessage<?>>> letters =
                queue.deadLetterSequence(sequence).iterator();
        if (!letters.hasNext()) {
            return Optional.empty();
        }
        DeadLetter<? extends EventMessage<?>> head = letters.next();
        AtomicBoolean tried = new AtomicBoolean();
        boolean mended = queue.process(head::equals, letter -> {
            tried.set(true);
            return again(letter);
        });
        countAgain = System.nanoTime();
        return tried.get() ? Optional.of(new Retried(mended ? 1 : 0, mended ? 0 : 1)) : Optional.empty();
    }

    /** An event that can no longer be read, since its person was forgotten, leaves nothing to do. */
    private EnqueueDecision<EventMessage<?>> again(DeadLetter<? extends EventMessage<?>> letter) {
        Positioned event = Positioned.of((TrackedEventMessage<?>) letter.message());
        if (event == null) {
            return Decisions.evict();
        }
        try {
            fold.apply(model.name(), true, List.of(event), key -> null).forEach(model::written);
            return Decisions.evict();
        } catch (RuntimeException e) {
            if (!isPoison(e)) {
                throw e;
            }
            return Decisions.requeue(cause(e));
        }
    }

    Retried retryAll() {
        long end = System.nanoTime() + RETRY_ALL.toNanos();
        int mended = 0;
        int failed = 0;
        for (DeadSequence each : stored.sequences(model.name(), null, Integer.MAX_VALUE)) {
            if (System.nanoTime() > end) {
                break;
            }
            Retried one = retry(each.sequence()).orElse(new Retried(0, 0));
            mended += one.mended();
            failed += one.failed();
        }
        return new Retried(mended, failed);
    }

    /** Events that wait, as of a few seconds ago, on all nodes. */
    public long count() {
        long now = System.nanoTime();
        if (now - countAgain >= 0) {
            countAgain = now + COUNT_AGAIN;
            try {
                count = stored.count(model.name());
            } catch (LogUnavailable e) {
                log.debug("The dead letters of {} cannot be counted", model.name(), e);
            }
        }
        return count;
    }

    /** What the read model is to go without, also when it is made anew. */
    public Set<LogPosition> evicted() {
        return stored.evicted(model.name());
    }

    /** A rebuilt index took the old one's place: it holds all up to here, and what waits behind can go on. */
    public void rebuilt(LogPosition upTo) {
        stored.discard(model.name(), upTo);
        retryAll();
    }
}
