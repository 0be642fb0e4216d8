package com.videowindow.patina.eventlog;

import static org.assertj.core.api.Assertions.assertThat;

import com.videowindow.patina.domain.LogPosition;
import com.videowindow.patina.eventlog.letters.LetterQueue;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.messaging.deadletter.DeadLetter;
import org.axonframework.messaging.deadletter.GenericDeadLetter;
import org.axonframework.messaging.deadletter.SequencedDeadLetterQueue;
import org.axonframework.messaging.deadletter.SequencedDeadLetterQueueTest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** What Axon's authors ask of every dead-letter queue, unchanged; the events that it makes up go into the log first. */
class AxonsOwnDeadLettersTest extends SequencedDeadLetterQueueTest<EventMessage<?>> {
    private static final int MOST = 32;

    @SuppressWarnings("NullAway.Init") // opened before the first test
    private static OpenLog open;

    private SequencedDeadLetterQueue<EventMessage<?>> queue = queue();

    @BeforeAll
    static void open(@TempDir Path folder) {
        open = OpenLog.in(folder, EventLogSettings.DEFAULTS, OpenLog.anyPayload());
    }

    @AfterAll
    static void close() {
        open.close();
    }

    @AfterEach
    void restoreClock() {
        GenericDeadLetter.clock = Clock.systemUTC();
        queue.clear();
    }

    private static SequencedDeadLetterQueue<EventMessage<?>> queue() {
        return LetterQueue.of("group", open.database(), open.log().eventStore(), new LetterQueue.Limits(MOST, MOST));
    }

    @Override
    protected SequencedDeadLetterQueue<EventMessage<?>> buildTestSubject() {
        queue = queue();
        return queue;
    }

    @Override
    protected long maxSequences() {
        return MOST;
    }

    @Override
    protected long maxSequenceSize() {
        return MOST;
    }

    @Override
    protected DeadLetter<EventMessage<?>> generateInitialLetter() {
        return new GenericDeadLetter<>("sequence", logged(), generateThrowable());
    }

    @Override
    protected DeadLetter<EventMessage<?>> generateFollowUpLetter() {
        return new GenericDeadLetter<>("sequence", logged());
    }

    private static TrackedEventMessage<?> logged() {
        EventMessage<?> made = generateEvent();
        open.log().storageEngine().appendEvents(List.of(made));
        LogPosition head = open.log().inspection().head();
        GlobalSequenceTrackingToken before = new GlobalSequenceTrackingToken(head.value() - 1);
        try (BlockingStream<TrackedEventMessage<?>> stream =
                open.log().eventStore().openStream(head.value() == 0 ? null : before)) {
            assertThat(stream.hasNextAvailable(5, TimeUnit.SECONDS)).isTrue();
            TrackedEventMessage<?> found = stream.nextAvailable();
            assertThat(found.getIdentifier()).isEqualTo(made.getIdentifier());
            return found;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The queue changes only letters that it gave away itself; this one it has since lost. */
    @Override
    protected DeadLetter<EventMessage<?>> mapToQueueImplementation(DeadLetter<EventMessage<?>> letter) {
        SequencedDeadLetterQueue<EventMessage<?>> other =
                LetterQueue.of("elsewhere", open.database(), open.log().eventStore(), LetterQueue.Limits.DEFAULTS);
        Object sequence = generateId();
        other.enqueue(sequence, letter);
        @SuppressWarnings("unchecked") // every letter of the queue has this type
        DeadLetter<EventMessage<?>> given = (DeadLetter<EventMessage<?>>)
                other.deadLetterSequence(sequence).iterator().next();
        other.clear();
        return given;
    }

    @Override
    protected void setClock(Clock clock) {
        GenericDeadLetter.clock = clock;
    }

    /** Messages have no equality of their own, and this one was read from the log again. */
    @Override
    protected void assertLetter(
            DeadLetter<? extends EventMessage<?>> expected, DeadLetter<? extends EventMessage<?>> actual) {
        assertThat(actual.message().getIdentifier())
                .isEqualTo(expected.message().getIdentifier());
        assertThat(actual.message().getPayload())
                .isEqualTo((Object) expected.message().getPayload());
        assertThat(actual.cause()).isEqualTo(expected.cause());
        assertThat(actual.enqueuedAt()).isEqualTo(expected.enqueuedAt());
        assertThat(actual.lastTouched()).isEqualTo(expected.lastTouched());
        assertThat(actual.diagnostics()).isEqualTo(expected.diagnostics());
    }
}
