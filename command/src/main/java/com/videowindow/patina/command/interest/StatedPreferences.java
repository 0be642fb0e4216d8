package com.videowindow.patina.command.interest;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import com.videowindow.patina.command.consent.ConsentCheck;
import com.videowindow.patina.domain.Refusal.Outdated;
import com.videowindow.patina.domain.Refused;
import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.consent.Purpose;
import com.videowindow.patina.domain.interest.PreferencesStated;
import java.time.Instant;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/** What one person stated last. Bounded: one statement, itself bounded. */
@Aggregate(type = "preferences")
final class StatedPreferences {

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // read by Axon
    private @Nullable String stream;

    private @Nullable PreferencesStated last;

    static String stream(SubjectId subject) {
        return "preferences/" + subject;
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    long handle(StatePreferences command, ConsentCheck consents) {
        Instant allowedSince = consents.demand(command.subject(), Purpose.PERSONALIZATION);
        PreferencesStated standing = standingSince(allowedSince);
        long current = standing == null ? 0 : standing.revision();
        if (command.expectedRevision() != null && command.expectedRevision() != current) {
            throw new Refused(new Outdated(command.expectedRevision(), current));
        }
        if (standing != null && standing.preferences().equals(command.preferences())) {
            return current;
        }
        long next = last == null ? 1 : last.revision() + 1;
        apply(new PreferencesStated(command.subject(), command.preferences(), next, command.at()));
        return next;
    }

    /** A withdrawn consent takes the statements made under it away, so that a later consent starts from nothing. */
    private @Nullable PreferencesStated standingSince(Instant allowedSince) {
        return last == null || last.at().isBefore(allowedSince) ? null : last;
    }

    @EventSourcingHandler
    void on(PreferencesStated event) {
        stream = stream(event.subject());
        last = event;
    }
}
