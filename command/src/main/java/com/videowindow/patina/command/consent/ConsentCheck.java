package com.videowindow.patina.command.consent;

import com.videowindow.patina.domain.Refusal.ConsentMissing;
import com.videowindow.patina.domain.Refused;
import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.consent.ConsentEvent;
import com.videowindow.patina.domain.consent.Purpose;
import com.videowindow.patina.domain.erasure.Erasures;
import java.time.Instant;
import java.util.Optional;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.Message;
import org.springframework.stereotype.Component;

/**
 * The gate for writes: reads one person's consent events from the log itself, never from a read model. It takes no lock
 * on {@link Consents}, so that a person's many interactions do not wait for each other: what arrives while a withdrawal
 * is under way is judged by what was durable when it arrived.
 */
@Component
public final class ConsentCheck {

    private final EventStore log;
    private final Erasures erasures;

    ConsentCheck(EventStore log, Erasures erasures) {
        this.log = log;
        this.erasures = erasures;
    }

    public boolean allows(SubjectId subject, Purpose purpose) {
        return allowedSince(subject, purpose).isPresent();
    }

    /** The begin of the unbroken permission that holds now; empty when there is none, or they asked to be erased. */
    public Optional<Instant> allowedSince(SubjectId subject, Purpose purpose) {
        if (erasures.isLeaving(subject)) {
            return Optional.empty();
        }
        Choices choices = new Choices();
        log.readEvents(ConsentEvent.stream(subject))
                .asStream()
                .map(Message::getPayload)
                .forEach(payload -> {
                    if (payload instanceof ConsentEvent event) {
                        choices.take(event);
                    }
                });
        return choices.allowedSince(purpose);
    }

    /** @throws Refused when the person does not allow it now */
    public Instant demand(SubjectId subject, Purpose purpose) {
        return allowedSince(subject, purpose).orElseThrow(() -> new Refused(new ConsentMissing(purpose)));
    }
}
