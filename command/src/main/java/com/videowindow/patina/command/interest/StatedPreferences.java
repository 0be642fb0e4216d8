package com.videowindow.patina.command.interest;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import com.videowindow.patina.command.consent.ConsentCheck;
import com.videowindow.patina.command.consent.ConsentCheck.Permission;
import com.videowindow.patina.domain.Refusal.Outdated;
import com.videowindow.patina.domain.Refused;
import com.videowindow.patina.domain.interest.Preferences;
import com.videowindow.patina.domain.interest.PreferencesStated;
import com.videowindow.patina.domain.privacy.Forgotten;
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

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    long handle(StatePreferences command, ConsentCheck consents) {
        Permission permission = consents.demand(command.subject(), command.purpose(), command.at());
        long current = last == null ? 0 : last.revision();
        if (command.expectedRevision() != null && command.expectedRevision() != current) {
            throw new Refused(new Outdated(command.expectedRevision(), current));
        }
        if (permission
                .since()
                .filter(since -> stillSays(command.preferences(), since))
                .isPresent()) {
            return current;
        }
        apply(new PreferencesStated(command.subject(), command.preferences(), current + 1, command.at()));
        return current + 1;
    }

    /** A withdrawn consent took the statements made under it away, so that after a later one they are news again. */
    private boolean stillSays(Preferences preferences, Instant allowedSince) {
        return last != null
                && !last.at().isBefore(allowedSince)
                && last.preferences().equals(preferences);
    }

    @EventSourcingHandler
    void on(PreferencesStated event) {
        stream = PreferencesStated.stream(event.subject());
        last = event;
    }

    @EventSourcingHandler
    void on(Forgotten event) {
        stream = PreferencesStated.stream(event.subject());
    }
}
