package com.videowindow.patina.command.release;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import com.videowindow.patina.command.release.ReleaseCommand.AskRelease;
import com.videowindow.patina.command.release.ReleaseCommand.GrantRelease;
import com.videowindow.patina.command.release.ReleaseCommand.RefuseRelease;
import com.videowindow.patina.domain.Refusal;
import com.videowindow.patina.domain.Refused;
import com.videowindow.patina.domain.release.ReleaseAsked;
import com.videowindow.patina.domain.release.ReleaseEvent;
import com.videowindow.patina.domain.release.ReleaseGranted;
import com.videowindow.patina.domain.release.ReleaseProgress;
import com.videowindow.patina.domain.release.ReleaseRefused;
import com.videowindow.patina.domain.release.ReleaseState;
import java.util.Objects;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/** One release: nobody grants what they asked for, however many nodes are asked. */
@Aggregate(type = "release")
final class RawRelease {

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // read by Axon
    private @Nullable String stream;

    private @Nullable ReleaseProgress last;

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    ReleaseProgress handle(AskRelease command) {
        return last != null
                ? last
                : applied(new ReleaseAsked(
                        command.release(),
                        command.subject(),
                        command.by(),
                        command.reason(),
                        command.reference(),
                        command.at()));
    }

    @CommandHandler
    ReleaseProgress handle(GrantRelease command) {
        ReleaseProgress known = Objects.requireNonNull(last);
        if (known.by().id().equals(command.by().id())) {
            throw new Refused(new Refusal.FourEyes());
        }
        if (known.state() == ReleaseState.GRANTED) {
            return known;
        }
        if (known.state() == ReleaseState.REFUSED) {
            throw new Refused(new Refusal.ReleaseIs(known.state()));
        }
        return applied(new ReleaseGranted(
                command.release(), known.subject(), command.by(), command.at().plus(command.lasting()), command.at()));
    }

    /** Also by whoever asked, who needs it no more. */
    @CommandHandler
    ReleaseProgress handle(RefuseRelease command) {
        ReleaseProgress known = Objects.requireNonNull(last);
        return known.state() == ReleaseState.REFUSED
                ? known
                : applied(new ReleaseRefused(command.release(), known.subject(), command.by(), command.at()));
    }

    private ReleaseProgress applied(ReleaseEvent event) {
        apply(event);
        return Objects.requireNonNull(last);
    }

    @EventSourcingHandler
    void on(ReleaseEvent event) {
        stream = ReleaseEvent.stream(event.release());
        last = ReleaseProgress.after(last, event);
    }
}
