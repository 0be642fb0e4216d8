package com.videowindow.patina.command.consent;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import com.videowindow.patina.domain.consent.PurposeDefined;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/** What one use of data is now. Each change is a version of its own, so that what people were told stays known. */
@Aggregate(type = "purpose")
final class DefinedPurpose {

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // read by Axon
    private @Nullable String stream;

    private @Nullable PurposeDefined newest;

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    PurposeDefined handle(DefinePurpose command) {
        PurposeDefined known = newest;
        if (known != null && saysSame(known, command)) {
            return known;
        }
        PurposeDefined defined = command.defined(known == null ? 1 : known.version() + 1);
        apply(defined);
        return defined;
    }

    private static boolean saysSame(PurposeDefined known, DefinePurpose command) {
        return known.texts().equals(command.texts())
                && known.recipients().equals(command.recipients())
                && known.offered() == command.offered();
    }

    @EventSourcingHandler
    void on(PurposeDefined event) {
        stream = PurposeDefined.stream(event.purpose());
        newest = event;
    }
}
