package com.videowindow.patina.command.consent;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import com.videowindow.patina.domain.Refusal.Implausible;
import com.videowindow.patina.domain.Refused;
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
        PurposeDefined defined = command.defined(known == null ? 1 : known.version() + 1);
        if (known != null && saysSame(known, defined)) {
            return known;
        }
        if (defined.keepsConsents() && (known == null ? reachesOthers(defined) : defined.reachesBeyond(known))) {
            throw new Refused(new Implausible("keepsConsents", "must be false where data reaches others than before"));
        }
        apply(defined);
        return defined;
    }

    private static boolean reachesOthers(PurposeDefined defined) {
        return !defined.recipients().isEmpty() || !defined.forwards().isEmpty();
    }

    /** Whether it keeps consents says how it came about, not what it is. */
    private static boolean saysSame(PurposeDefined known, PurposeDefined other) {
        return known.texts().equals(other.texts())
                && known.recipients().equals(other.recipients())
                && known.forwards().equals(other.forwards())
                && known.offered() == other.offered();
    }

    @EventSourcingHandler
    void on(PurposeDefined event) {
        stream = PurposeDefined.stream(event.purpose());
        newest = event;
    }
}
