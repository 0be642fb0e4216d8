package com.videowindow.patina.eventlog.letters;

import com.videowindow.patina.domain.LogPosition;
import java.time.Instant;
import java.util.Optional;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.deadletter.Cause;
import org.axonframework.messaging.deadletter.DeadLetter;
import org.axonframework.messaging.deadletter.GenericDeadLetter;
import org.axonframework.messaging.deadletter.ThrowableCause;
import org.jspecify.annotations.Nullable;

/** A letter whose event is read from the log when somebody asks for it. Equal to whatever stands in the same place. */
final class LoggedLetter implements DeadLetter<EventMessage<?>> {
    private final String sequence;
    private final Letter letter;
    private final EventsByPosition events;

    LoggedLetter(String sequence, Letter letter, EventsByPosition events) {
        this.sequence = sequence;
        this.letter = letter;
        this.events = events;
    }

    String sequence() {
        return sequence;
    }

    LogPosition position() {
        return letter.position();
    }

    @Override
    public EventMessage<?> message() {
        return events.at(letter.position());
    }

    @Override
    public Optional<Cause> cause() {
        return letter.cause() == null
                ? Optional.empty()
                : Optional.of(new ThrowableCause(letter.cause(), letter.message()));
    }

    @Override
    public Instant enqueuedAt() {
        return letter.enqueuedAt();
    }

    @Override
    public Instant lastTouched() {
        return letter.lastTouched();
    }

    @Override
    public MetaData diagnostics() {
        return letter.metaData();
    }

    @Override
    public DeadLetter<EventMessage<?>> markTouched() {
        return with(letter.cause(), letter.message(), letter.metaData());
    }

    @Override
    public DeadLetter<EventMessage<?>> withCause(@Nullable Throwable cause) {
        if (cause == null) {
            return markTouched();
        }
        Cause known = ThrowableCause.asCause(cause);
        return with(known.type(), known.message(), letter.metaData());
    }

    @Override
    public DeadLetter<EventMessage<?>> withDiagnostics(MetaData diagnostics) {
        return with(letter.cause(), letter.message(), diagnostics);
    }

    private LoggedLetter with(@Nullable String cause, @Nullable String message, MetaData diagnostics) {
        Instant now = GenericDeadLetter.clock.instant();
        Letter changed =
                new Letter(letter.position(), cause, message, Letter.texts(diagnostics), letter.enqueuedAt(), now);
        return new LoggedLetter(sequence, changed, events);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof LoggedLetter that
                && sequence.equals(that.sequence)
                && position().equals(that.position());
    }

    @Override
    public int hashCode() {
        return 31 * sequence.hashCode() + position().hashCode();
    }
}
