package com.videowindow.patina.command.consent;

import com.videowindow.patina.domain.Refusal.ConsentMissing;
import com.videowindow.patina.domain.Refused;
import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.consent.ConsentEvent;
import com.videowindow.patina.domain.consent.Control;
import com.videowindow.patina.domain.consent.Policies;
import com.videowindow.patina.domain.consent.Purpose;
import com.videowindow.patina.domain.consent.Standing;
import com.videowindow.patina.domain.erasure.Leavers;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
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
    private final Leavers leavers;
    private final Policies policies;

    ConsentCheck(EventStore log, Leavers leavers, Policies policies) {
        this.log = log;
        this.leavers = leavers;
        this.policies = policies;
    }

    /**
     * What one person allows when a command arrives.
     *
     * @param since begin of the unbroken permission for what was asked; empty when there is none
     * @param forbiddenUntil end of the time in which the person, an officer or time stood against it: nothing that happened
     *     before is allowed; empty where nothing ever did
     * @param allowed everything that they allow
     * @param minimal nothing is to be kept that may be sensitive and that the use can do without
     */
    public record Permission(
            Optional<Instant> since, Optional<Instant> forbiddenUntil, Set<Purpose> allowed, boolean minimal) {

        static final Permission NONE = new Permission(Optional.empty(), Optional.empty(), Set.of(), true);

        public boolean isGiven() {
            return since.isPresent();
        }

        /** Whether what happened then may be kept. */
        public boolean isGivenFor(Instant happened) {
            return isGiven() && !forbiddenUntil.filter(happened::isBefore).isPresent();
        }
    }

    /**
     * Whether they allow it, and since when without a break; not if they asked to be erased.
     *
     * @param now by the clock of whoever received the command
     */
    public Permission ask(SubjectId subject, Purpose purpose, Instant now) {
        if (leavers.isLeaving(subject)) {
            return Permission.NONE;
        }
        UnbrokenConsents choices = new UnbrokenConsents(policies);
        log.readEvents(ConsentEvent.stream(subject))
                .asStream()
                .map(Message::getPayload)
                .forEach(payload -> {
                    if (payload instanceof ConsentEvent event) {
                        choices.take(event);
                    }
                });
        Standing standing = choices.standing();
        Set<Purpose> allowed = standing.purposes().keySet().stream()
                .filter(one -> standing.permits(one, policies, now))
                .collect(Collectors.toUnmodifiableSet());
        return new Permission(
                choices.allowedSince(purpose, now),
                choices.forbiddenUntil(purpose, now),
                allowed,
                standing.isOn(Control.LIMIT_USE));
    }

    /** @throws Refused when the person does not allow it now */
    public Permission demand(SubjectId subject, Purpose purpose, Instant now) {
        Permission permission = ask(subject, purpose, now);
        if (!permission.isGiven()) {
            throw new Refused(new ConsentMissing(purpose));
        }
        return permission;
    }
}
