package com.videowindow.patina.projections.runner;

import com.videowindow.patina.domain.LogPosition;
import com.videowindow.patina.domain.audit.Retried;
import com.videowindow.patina.domain.audit.UnknownEvent;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.messaging.deadletter.DeadLetter;
import org.axonframework.messaging.deadletter.Decisions;
import org.axonframework.messaging.deadletter.EnqueueDecision;
import org.axonframework.messaging.deadletter.ShouldEnqueue;

/** Tries the letters of one key again, one after the other, until one fails or the time is over; one in any case. */
final class Attempt<D> {
    private final ReadModel<D> model;
    private final Fold<D> fold;
    private final Set<LogPosition> evicted;
    private final long end;
    private boolean tried;
    private boolean outOfTime;

    /** @param end in {@link System#nanoTime()} */
    Attempt(ReadModel<D> model, Fold<D> fold, Set<LogPosition> evicted, long end) {
        this.model = model;
        this.fold = fold;
        this.evicted = evicted;
        this.end = end;
    }

    EnqueueDecision<EventMessage<?>> again(DeadLetter<? extends EventMessage<?>> letter) {
        if (tried && System.nanoTime() > end) {
            outOfTime = true;
            return new ShouldEnqueue<>();
        }
        tried = true;
        try {
            Positioned event = Positioned.of((TrackedEventMessage<?>) letter.message());
            // One that can no longer be read, since its person was forgotten, leaves nothing to do.
            if (event != null && !evicted.contains(event.position())) {
                fold.apply(model.name(), true, List.of(event), key -> null).forEach(model::written);
            }
            return Decisions.evict();
        } catch (UnknownEvent e) {
            return Decisions.requeue(PoisonedEvents.cause(e));
        } catch (RuntimeException e) {
            if (!PoisonedEvents.isPoison(e)) {
                throw e;
            }
            return Decisions.requeue(PoisonedEvents.cause(e));
        }
    }

    /** Empty when nothing was tried. */
    Optional<Retried> outcome(String key, boolean mended) {
        if (!tried) {
            return Optional.empty();
        }
        if (outOfTime) {
            return Optional.of(new Retried(0, 0, 1, key));
        }
        return Optional.of(new Retried(mended ? 1 : 0, mended ? 0 : 1, 0, null));
    }
}
