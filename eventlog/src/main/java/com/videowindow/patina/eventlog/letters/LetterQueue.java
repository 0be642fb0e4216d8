package com.videowindow.patina.eventlog.letters;

import com.mongodb.client.MongoDatabase;
import com.videowindow.patina.domain.LogPosition;
import com.videowindow.patina.domain.audit.OfOneKey;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.messaging.StreamableMessageSource;
import org.axonframework.messaging.deadletter.DeadLetter;
import org.axonframework.messaging.deadletter.DeadLetterQueueOverflowException;
import org.axonframework.messaging.deadletter.EnqueueDecision;
import org.axonframework.messaging.deadletter.NoSuchDeadLetterException;
import org.axonframework.messaging.deadletter.SequencedDeadLetterQueue;
import org.axonframework.messaging.deadletter.WrongDeadLetterTypeException;

/**
 * Axon's sequenced dead-letter queue of one processing group. A letter is the position of its event: the log has the event
 * already, and what the log forgets is forgotten here too. Repeating changes nothing: an event waits once.
 */
public final class LetterQueue implements SequencedDeadLetterQueue<EventMessage<?>> {
    private static final Duration CLAIM = Duration.ofSeconds(30);

    private final String group;
    private final Sequences sequences;
    private final EventsByPosition events;
    private final Limits limits;
    private final Clock clock = Clock.systemUTC();

    /** Keys of a group, and events of a key, that may wait. */
    public record Limits(int sequences, int letters) {
        public static final Limits DEFAULTS = new Limits(1_024, 1_024);
    }

    LetterQueue(String group, Sequences sequences, EventsByPosition events, Limits limits) {
        this.group = group;
        this.sequences = sequences;
        this.events = events;
        this.limits = limits;
    }

    public static LetterQueue of(
            String group, MongoDatabase database, StreamableMessageSource<TrackedEventMessage<?>> log, Limits limits) {
        return new LetterQueue(group, new Sequences(database), new EventsByPosition(log), limits);
    }

    private static String text(Object sequence) {
        return sequence instanceof String text ? text : Integer.toString(sequence.hashCode());
    }

    @Override
    public void enqueue(Object sequence, DeadLetter<? extends EventMessage<?>> letter) {
        String id = text(sequence);
        Letter stored = Letter.of(EventsByPosition.position(letter.message()), letter);
        while (!sequences.push(group, id, stored, limits.letters)) {
            Optional<Sequence> there = sequences.find(group, id);
            if (there.isPresent()) {
                if (holds(there.get(), stored.position())) {
                    return;
                }
                if (there.get().letters().size() >= limits.letters) {
                    throw full(id);
                }
            } else if (sequences.number(group) >= limits.sequences) {
                throw full(id);
            } else if (sequences.start(group, id, stored)) {
                return;
            }
        }
    }

    /** Axon's own would look first and enqueue then, while somebody else may have emptied the sequence between. */
    @Override
    public boolean enqueueIfPresent(Object sequence, Supplier<DeadLetter<? extends EventMessage<?>>> letter) {
        String id = text(sequence);
        if (!sequences.contains(group, id)) {
            return false;
        }
        DeadLetter<? extends EventMessage<?>> made = letter.get();
        Letter stored = Letter.of(EventsByPosition.position(made.message()), made);
        while (!sequences.push(group, id, stored, limits.letters)) {
            Optional<Sequence> there = sequences.find(group, id);
            if (there.isEmpty()) {
                return false;
            }
            if (holds(there.get(), stored.position())) {
                return true;
            }
            if (there.get().letters().size() >= limits.letters) {
                throw full(id);
            }
        }
        return true;
    }

    private static boolean holds(Sequence sequence, LogPosition position) {
        return sequence.letters().stream().anyMatch(letter -> letter.position().equals(position));
    }

    private DeadLetterQueueOverflowException full(String id) {
        return new DeadLetterQueueOverflowException("No more dead letters fit for " + group + ", key " + id);
    }

    @Override
    public void evict(DeadLetter<? extends EventMessage<?>> letter) {
        LoggedLetter ours = ours(letter);
        sequences.remove(group, ours.sequence(), ours.position());
    }

    @Override
    public void requeue(
            DeadLetter<? extends EventMessage<?>> letter,
            UnaryOperator<DeadLetter<? extends EventMessage<?>>> updater) {
        LoggedLetter ours = ours(letter);
        Letter updated = Letter.of(ours.position(), updater.apply(ours).markTouched());
        if (!sequences.replace(group, ours.sequence(), updated)) {
            throw new NoSuchDeadLetterException(
                    "Nothing waits at position " + ours.position().value());
        }
    }

    private static LoggedLetter ours(DeadLetter<? extends EventMessage<?>> letter) {
        if (letter instanceof LoggedLetter ours) {
            return ours;
        }
        throw new WrongDeadLetterTypeException("only letters that this queue gave away can be changed in it");
    }

    @Override
    public boolean contains(Object sequence) {
        return sequences.contains(group, text(sequence));
    }

    @Override
    public Iterable<DeadLetter<? extends EventMessage<?>>> deadLetterSequence(Object sequence) {
        return sequences.find(group, text(sequence)).map(this::letters).orElseGet(List::of);
    }

    private List<DeadLetter<? extends EventMessage<?>>> letters(Sequence sequence) {
        List<DeadLetter<? extends EventMessage<?>>> letters = new ArrayList<>();
        sequence.letters().forEach(letter -> letters.add(new LoggedLetter(sequence.id(), letter, events)));
        return letters;
    }

    @Override
    public Iterable<Iterable<DeadLetter<? extends EventMessage<?>>>> deadLetters() {
        List<Iterable<DeadLetter<? extends EventMessage<?>>>> all = new ArrayList<>();
        // Only the keys are held: what waits of each is read when it is its turn.
        heads().forEach(head ->
                all.add(() -> deadLetterSequence(head.sequence()).iterator()));
        return all;
    }

    private List<LoggedLetter> head(String id) {
        return sequences.find(group, id).stream()
                .flatMap(found -> found.letters().stream().limit(1))
                .map(letter -> new LoggedLetter(id, letter, events))
                .toList();
    }

    private List<LoggedLetter> heads() {
        List<LoggedLetter> heads = new ArrayList<>();
        sequences.heads(group, (id, letter) -> heads.add(new LoggedLetter(id, letter, events)));
        heads.sort(Comparator.comparing(LoggedLetter::lastTouched));
        return heads;
    }

    @Override
    public boolean isFull(Object sequence) {
        long waiting = sequenceSize(sequence);
        return waiting == 0 ? sequences.number(group) >= limits.sequences : waiting >= limits.letters;
    }

    @Override
    public long size() {
        return sequences.letters(group);
    }

    @Override
    public long sequenceSize(Object sequence) {
        return sequences
                .find(group, text(sequence))
                .map(found -> found.letters().size())
                .orElse(0);
    }

    @Override
    public long amountOfSequences() {
        return sequences.number(group);
    }

    @Override
    public boolean process(
            Predicate<DeadLetter<? extends EventMessage<?>>> filter,
            Function<DeadLetter<? extends EventMessage<?>>, EnqueueDecision<EventMessage<?>>> task) {
        String claimant = UUID.randomUUID().toString();
        for (LoggedLetter head : filter instanceof OfOneKey one ? head(one.sequence()) : heads()) {
            if (filter.test(head) && claim(head.sequence(), claimant)) {
                try {
                    return processed(head.sequence(), claimant, task);
                } finally {
                    sequences.release(group, head.sequence(), claimant);
                }
            }
        }
        return false;
    }

    private boolean claim(String id, String claimant) {
        long now = clock.millis();
        return sequences.claim(group, id, claimant, now, now + CLAIM.toMillis());
    }

    /** Events may be enqueued behind meanwhile: it ends when there are no more. */
    private boolean processed(
            String id,
            String claimant,
            Function<DeadLetter<? extends EventMessage<?>>, EnqueueDecision<EventMessage<?>>> task) {
        for (Optional<Sequence> now = sequences.find(group, id); now.isPresent(); now = sequences.find(group, id)) {
            for (DeadLetter<? extends EventMessage<?>> letter : letters(now.get())) {
                if (!claim(id, claimant)) {
                    return false;
                }
                EnqueueDecision<EventMessage<?>> decision = task.apply(letter);
                if (decision.shouldEnqueue()) {
                    requeue(letter, again -> decision.withDiagnostics(again)
                            .withCause(decision.enqueueCause().orElse(null)));
                    return false;
                }
                evict(letter);
            }
        }
        return true;
    }

    @Override
    public void clear() {
        sequences.clear(group);
    }
}
