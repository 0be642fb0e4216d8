package com.videowindow.patina.command.part;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import com.videowindow.patina.command.part.PartCommand.CancelPart;
import com.videowindow.patina.command.part.PartCommand.CertifyPart;
import com.videowindow.patina.command.part.PartCommand.EndWithWhole;
import com.videowindow.patina.command.part.PartCommand.HidePart;
import com.videowindow.patina.command.part.PartCommand.HoldPart;
import com.videowindow.patina.command.part.PartCommand.RecordForgotten;
import com.videowindow.patina.command.part.PartCommand.RecordKeysClosed;
import com.videowindow.patina.command.part.PartCommand.ReleasePart;
import com.videowindow.patina.command.part.PartCommand.RequestPart;
import com.videowindow.patina.command.part.PartCommand.RequestPartAgain;
import com.videowindow.patina.command.part.PartCommand.StartPart;
import com.videowindow.patina.domain.Refusal;
import com.videowindow.patina.domain.Refused;
import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.audit.PastEvents;
import com.videowindow.patina.domain.erasure.Actor;
import com.videowindow.patina.domain.erasure.ErasureEvent;
import com.videowindow.patina.domain.erasure.ErasureState;
import com.videowindow.patina.domain.erasure.Leavers;
import com.videowindow.patina.domain.erasure.LegalHold;
import com.videowindow.patina.domain.erasure.ReleaseReason;
import com.videowindow.patina.domain.part.PartErasedWithWhole;
import com.videowindow.patina.domain.part.PartErasureCancelled;
import com.videowindow.patina.domain.part.PartErasureCertified;
import com.videowindow.patina.domain.part.PartErasureDescribed;
import com.videowindow.patina.domain.part.PartErasureHeld;
import com.videowindow.patina.domain.part.PartErasureReleased;
import com.videowindow.patina.domain.part.PartErasureRequested;
import com.videowindow.patina.domain.part.PartErasureStarted;
import com.videowindow.patina.domain.part.PartEvent;
import com.videowindow.patina.domain.part.PartForgotten;
import com.videowindow.patina.domain.part.PartHidden;
import com.videowindow.patina.domain.part.PartKeysClosed;
import com.videowindow.patina.domain.part.PartProgress;
import com.videowindow.patina.domain.part.PartScope;
import com.videowindow.patina.domain.part.Places;
import com.videowindow.patina.domain.privacy.Forgotten;
import com.videowindow.patina.domain.request.Arrival;
import java.time.Instant;
import java.util.Set;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/**
 * One person's erasures of parts. Any number may wait, up to a limit, and one is on its way, since it changes keys that they
 * have in common.
 */
@Aggregate(type = "part")
final class PartErasures {
    private static final int MOST_OPEN = 50;

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // read by Axon
    private @Nullable String stream;

    private final PartsSoFar known = new PartsSoFar();

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    PartProgress handle(RequestPart command, Leavers leavers) {
        PartProgress stands = known.find(command.erasure());
        if (stands != null) {
            demandSame(stands, command);
            return stands;
        }
        if (leavers.isLeaving(command.subject())) {
            throw new Refused(new Refusal.Leaving());
        }
        if (known.open() >= MOST_OPEN) {
            throw new Refused(new Refusal.TooManyParts(MOST_OPEN));
        }
        PartErasureRequested asked = new PartErasureRequested(
                command.erasure(),
                command.subject(),
                command.by(),
                command.regulation(),
                command.at().plus(command.grace()),
                deadline(command),
                command.arrival(),
                command.at());
        apply(asked);
        apply(new PartErasureDescribed(command.erasure(), command.subject(), command.scope(), command.at()));
        return PartProgress.after(null, asked);
    }

    private static Instant deadline(RequestPart command) {
        return command.regulation().deadline(Arrival.received(command.arrival(), command.at()));
    }

    /** What it was about is known only until it went. */
    private void demandSame(PartProgress stands, RequestPart command) {
        PartScope scope = known.scope(command.erasure());
        boolean other = (scope != null && !scope.equals(command.scope()))
                || stands.regulation() != command.regulation()
                || (command.arrival() != null && !command.arrival().equals(stands.arrival()))
                || !stands.due().equals(stands.requested().plus(command.grace()));
        if (other) {
            throw new Refused(new Refusal.MessageReused());
        }
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    PartProgress handle(RequestPartAgain command) {
        PartProgress stands = known.find(command.erasure());
        if (stands != null) {
            return stands.state() == ErasureState.HELD ? released(stands, command) : stands;
        }
        PartErasureRequested again = new PartErasureRequested(
                command.erasure(),
                command.subject(),
                command.by(),
                command.regulation(),
                command.at(),
                command.regulation().deadline(command.at()),
                null,
                command.at());
        apply(again);
        return PartProgress.after(null, again);
    }

    /** Keys that are gone leave nothing to hold. */
    private static PartProgress released(PartProgress held, RequestPartAgain command) {
        return applied(
                held,
                new PartErasureReleased(
                        held.erasure(), held.subject(), command.by(), ReleaseReason.KEYS_DESTROYED, command.at()));
    }

    @CommandHandler
    PartProgress handle(HidePart command) {
        PartProgress now = known.demand(command.erasure());
        return now.places() != null || !now.state().isOpen()
                ? now
                : applied(now, new PartHidden(command.erasure(), command.subject(), command.places(), command.at()));
    }

    @CommandHandler
    PartProgress handle(CancelPart command) {
        boolean decides = command.by().kind() == Actor.Kind.OFFICER; // also about what holds it
        return step(
                command,
                decides ? Set.of(ErasureState.PENDING, ErasureState.HELD) : Set.of(ErasureState.PENDING),
                ErasureState.CANCELLED,
                new PartErasureCancelled(command.erasure(), command.subject(), command.by(), command.at()));
    }

    @CommandHandler
    PartProgress handle(HoldPart command) {
        return step(
                command,
                Set.of(ErasureState.PENDING),
                ErasureState.HELD,
                new PartErasureHeld(
                        command.erasure(),
                        command.subject(),
                        command.by(),
                        command.basis(),
                        command.reference(),
                        command.at()));
    }

    @CommandHandler
    PartProgress handle(ReleasePart command) {
        return step(
                command,
                Set.of(ErasureState.HELD),
                ErasureState.PENDING,
                new PartErasureReleased(command.erasure(), command.subject(), command.by(), null, command.at()));
    }

    @CommandHandler
    PartProgress handle(StartPart command, Leavers leavers, PastEvents past) {
        PartProgress now = known.demand(command.erasure());
        if (now.state() == ErasureState.PENDING) {
            if (leavers.isLeaving(command.subject())) {
                throw new Refused(new Refusal.Leaving());
            }
            boolean early = !command.again() && command.at().isBefore(now.due());
            if (early || known.isOneOnItsWay()) {
                throw new Refused(new Refusal.ErasureIs(now.state()));
            }
            if (!command.again() && isHeld(command.subject(), past)) {
                throw new Refused(new Refusal.ErasureIs(ErasureState.HELD));
            }
        }
        return step(
                command,
                Set.of(ErasureState.PENDING),
                ErasureState.STARTED,
                new PartErasureStarted(
                        command.erasure(),
                        command.subject(),
                        command.kinds(),
                        command.places(),
                        command.kept().isEmpty() ? null : command.kept(),
                        command.at()));
    }

    /** By the log itself: memory may not have heard of a hold that another node took a moment ago. */
    private static boolean isHeld(SubjectId subject, PastEvents past) {
        return !LegalHold.standing(past.stream(ErasureEvent.stream(subject)).values())
                .isEmpty();
    }

    @CommandHandler
    PartProgress handle(RecordKeysClosed command) {
        PartProgress now = known.demand(command.erasure());
        return now.closed() || now.state() != ErasureState.STARTED
                ? now
                : applied(now, new PartKeysClosed(command.erasure(), command.subject(), command.at()));
    }

    @CommandHandler
    PartProgress handle(RecordForgotten command) {
        Places places = known.demand(command.erasure()).places();
        return step(
                command,
                Set.of(ErasureState.STARTED),
                ErasureState.ERASED,
                new PartForgotten(
                        command.erasure(),
                        command.subject(),
                        places == null ? Places.NONE : places,
                        command.fence(),
                        command.at()));
    }

    @CommandHandler
    PartProgress handle(CertifyPart command) {
        return step(
                command,
                Set.of(ErasureState.ERASED),
                ErasureState.COMPLETED,
                new PartErasureCertified(command.erasure(), command.subject(), command.certificate(), command.at()));
    }

    @CommandHandler
    PartProgress handle(EndWithWhole command) {
        PartProgress now = known.demand(command.erasure());
        return now.state().isOpen()
                ? applied(now, new PartErasedWithWhole(command.erasure(), command.subject(), command.at()))
                : now;
    }

    private PartProgress step(PartCommand command, Set<ErasureState> from, ErasureState to, PartEvent event) {
        PartProgress now = known.demand(command.erasure());
        if (now.state() == to) {
            return now;
        }
        if (!from.contains(now.state())) {
            throw new Refused(new Refusal.ErasureIs(now.state()));
        }
        return applied(now, event);
    }

    private static PartProgress applied(PartProgress before, PartEvent event) {
        apply(event);
        return PartProgress.after(before, event);
    }

    @EventSourcingHandler
    void on(PartEvent event) {
        stream = PartEvent.stream(event.subject());
        known.on(event);
    }

    /** What one was about that came to its end. */
    @EventSourcingHandler
    void on(Forgotten event) {
        stream = PartEvent.stream(event.subject());
    }
}
