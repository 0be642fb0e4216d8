package com.videowindow.patina.command.consent;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import com.videowindow.patina.domain.Refusal.Leaving;
import com.videowindow.patina.domain.Refused;
import com.videowindow.patina.domain.consent.ConsentEvent;
import com.videowindow.patina.domain.consent.ConsentGiven;
import com.videowindow.patina.domain.consent.ConsentWithdrawn;
import com.videowindow.patina.domain.erasure.Erasures;
import com.videowindow.patina.domain.privacy.Forgotten;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/** What one person allows. Bounded: one choice per purpose. */
@Aggregate(type = "consents")
final class Consents {

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // read by Axon
    private @Nullable String stream;

    private final Choices choices = new Choices();

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    ConsentEvent handle(GiveConsent command, Erasures erasures) {
        if (erasures.isLeaving(command.subject())) {
            throw new Refused(new Leaving());
        }
        return choose(new ConsentGiven(
                command.subject(), command.purpose(), command.policy(), command.channel(), command.at()));
    }

    /** A refusal by somebody who never allowed anything is recorded too: they were asked, and said no. */
    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    ConsentEvent handle(WithdrawConsent command) {
        return choose(new ConsentWithdrawn(
                command.subject(), command.purpose(), command.policy(), command.channel(), command.at()));
    }

    /** Answers the choice that is stored now, which is the older one where it said the same. */
    private ConsentEvent choose(ConsentEvent choice) {
        return choices.already(choice).orElseGet(() -> {
            apply(choice);
            return choice;
        });
    }

    @EventSourcingHandler
    void on(ConsentEvent event) {
        stream = ConsentEvent.stream(event.subject());
        choices.take(event);
    }

    /** What was kept for long enough is not known any more, and so is no choice. */
    @EventSourcingHandler
    void on(Forgotten event) {
        stream = ConsentEvent.stream(event.subject());
    }
}
