package com.videowindow.patina.projections.runner;

import com.videowindow.patina.domain.LogPosition;
import com.videowindow.patina.domain.audit.DeadLetters;
import com.videowindow.patina.domain.audit.DeadSequence;
import com.videowindow.patina.domain.audit.LogUnavailable;
import com.videowindow.patina.domain.audit.OfOneKey;
import com.videowindow.patina.domain.audit.Retried;
import com.videowindow.patina.projections.store.DocumentRefused;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Predicate;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.GenericTrackedEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.messaging.deadletter.DeadLetter;
import org.axonframework.messaging.deadletter.GenericDeadLetter;
import org.axonframework.messaging.deadletter.SequencedDeadLetterQueue;
import org.axonframework.messaging.deadletter.ThrowableCause;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What one read model could not take in. Which keys have letters, from which position on, is kept in memory from the
 * moment that a segment is claimed: only its owner adds to them, so that a key that is not there has none; one that is
 * there is asked for, since anybody may have mended it. What was evicted stays left out whenever the log is read again,
 * which takes a new claim.
 */
public final class PoisonedEvents<D> {
    private static final Logger log = LoggerFactory.getLogger(PoisonedEvents.class);
    private static final long COUNT_AGAIN = Duration.ofSeconds(5).toNanos();
    private static final Duration ONE_CALL = Duration.ofSeconds(2);

    private final ReadModel<D> model;
    private final Fold<D> fold;
    private final SequencedDeadLetterQueue<EventMessage<?>> queue;
    private final DeadLetters stored;
    private final Counter counter;
    private volatile @Nullable Map<String, LogPosition> waiting;
    private volatile @Nullable Set<LogPosition> leftOut;
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
        leftOut = null;
    }

    /** Keys, and the first position of each that waits. */
    private Map<String, LogPosition> waiting() {
        Map<String, LogPosition> known = waiting;
        if (known == null) {
            Map<String, LogPosition> read = new ConcurrentHashMap<>();
            for (DeadSequence each : stored.sequences(model.name(), null, Integer.MAX_VALUE)) {
                read.put(each.sequence(), each.first().position());
            }
            waiting = read;
            known = read;
        }
        return known;
    }

    /** Whether somebody decided that the read model goes without it. */
    boolean isLeftOut(Positioned event) {
        Set<LogPosition> known = leftOut;
        if (known == null) {
            known = evicted();
            leftOut = known;
        }
        return known.contains(event.position());
    }

    /** Puts the event behind those of its key that wait; false when none before it does. */
    boolean waitsBehind(Positioned event) {
        Map<String, LogPosition> known = waiting();
        if (known.isEmpty()) {
            return false;
        }
        String key = key(event);
        LogPosition first = known.get(key);
        if (first == null || event.position().compareTo(first) < 0) {
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
        waiting().putIfAbsent(key, event.position());
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

    static ThrowableCause cause(RuntimeException poison) {
        Throwable reason = poison.getCause() == null ? poison : poison.getCause();
        return new ThrowableCause(reason.getClass().getName(), poison.getMessage());
    }

    /** Tries a key again, as long as one call may take; empty when nothing waits there or somebody is at it. */
    Optional<Retried> retry(String sequence) {
        return retry(sequence, System.nanoTime() + ONE_CALL.toNanos());
    }

    /** The head of one key, and no other. */
    private record Head(String sequence, DeadLetter<? extends EventMessage<?>> letter)
            implements Predicate<DeadLetter<? extends EventMessage<?>>>, OfOneKey {
        @Override
        public boolean test(DeadLetter<? extends EventMessage<?>> other) {
            return letter.equals(other);
        }
    }

    private Optional<Retried> retry(String sequence, long end) {
        Iterator<DeadLetter<? extends EventMessage<?>>> letters =
                queue.deadLetterSequence(sequence).iterator();
        if (!letters.hasNext()) {
            return Optional.empty();
        }
        DeadLetter<? extends EventMessage<?>> head = letters.next();
        Attempt<D> attempt = new Attempt<>(model, fold, evicted(), end);
        boolean mended = queue.process(new Head(sequence, head), attempt::again);
        countAgain = System.nanoTime();
        return attempt.outcome(sequence, mended);
    }

    /**
     * Tries keys again in their order, as many as one call may take.
     *
     * @param from the first to try; all when absent
     */
    Retried retryAll(@Nullable String from) {
        long end = System.nanoTime() + ONE_CALL.toNanos();
        List<String> keys = stored.sequences(model.name(), null, Integer.MAX_VALUE).stream()
                .map(DeadSequence::sequence)
                .filter(key -> from == null || key.compareTo(from) >= 0)
                .toList();
        Retried all = Retried.NOTHING;
        for (int i = 0; i < keys.size(); i++) {
            Retried one = retry(keys.get(i), end).orElse(Retried.NOTHING);
            all = all.and(one);
            int next = one.next() == null ? i + 1 : i;
            if (next < keys.size() && System.nanoTime() > end) {
                return new Retried(all.mended(), all.failed(), keys.size() - next, keys.get(next));
            }
        }
        return all;
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

    /** Whether somebody left something out later than this: whoever began before may hold it. */
    public boolean wasEvictedSince(Instant time) {
        return stored.evictions(Integer.MAX_VALUE).stream()
                .anyMatch(each ->
                        each.projection().equals(model.name()) && each.at().isAfter(time));
    }

    /** A rebuilt index took the old one's place: it holds all up to here, and what waits behind can go on. */
    public void rebuilt(LogPosition upTo) {
        stored.discard(model.name(), upTo);
        Retried some = retryAll(null);
        while (some.next() != null) {
            some = retryAll(some.next());
        }
    }
}
