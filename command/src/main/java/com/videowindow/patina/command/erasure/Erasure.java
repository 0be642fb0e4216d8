package com.videowindow.patina.command.erasure;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import com.videowindow.patina.command.erasure.ErasureCommand.CancelErasure;
import com.videowindow.patina.command.erasure.ErasureCommand.CertifyErasure;
import com.videowindow.patina.command.erasure.ErasureCommand.HoldErasure;
import com.videowindow.patina.command.erasure.ErasureCommand.RecordErased;
import com.videowindow.patina.command.erasure.ErasureCommand.RecordTold;
import com.videowindow.patina.command.erasure.ErasureCommand.ReleaseErasure;
import com.videowindow.patina.command.erasure.ErasureCommand.RequestErasure;
import com.videowindow.patina.command.erasure.ErasureCommand.RequestErasureAgain;
import com.videowindow.patina.command.erasure.ErasureCommand.StartErasure;
import com.videowindow.patina.command.erasure.HoldCommand.Held;
import com.videowindow.patina.command.erasure.HoldCommand.LiftHold;
import com.videowindow.patina.command.erasure.HoldCommand.PlaceHold;
import com.videowindow.patina.domain.Refusal;
import com.videowindow.patina.domain.Refused;
import com.videowindow.patina.domain.erasure.Actor;
import com.videowindow.patina.domain.erasure.CaseReference;
import com.videowindow.patina.domain.erasure.ErasureBroughtForward;
import com.videowindow.patina.domain.erasure.ErasureCancelled;
import com.videowindow.patina.domain.erasure.ErasureCertified;
import com.videowindow.patina.domain.erasure.ErasureEvent;
import com.videowindow.patina.domain.erasure.ErasureHeld;
import com.videowindow.patina.domain.erasure.ErasureId;
import com.videowindow.patina.domain.erasure.ErasureProgress;
import com.videowindow.patina.domain.erasure.ErasureReleased;
import com.videowindow.patina.domain.erasure.ErasureRequested;
import com.videowindow.patina.domain.erasure.ErasureStarted;
import com.videowindow.patina.domain.erasure.ErasureState;
import com.videowindow.patina.domain.erasure.Holds;
import com.videowindow.patina.domain.erasure.LegalHold;
import com.videowindow.patina.domain.erasure.LegalHoldEvent;
import com.videowindow.patina.domain.erasure.PartyName;
import com.videowindow.patina.domain.erasure.PartyTold;
import com.videowindow.patina.domain.erasure.Regulation;
import com.videowindow.patina.domain.erasure.ReleaseReason;
import com.videowindow.patina.domain.erasure.SubjectErased;
import com.videowindow.patina.domain.request.Arrival;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/**
 * One person's erasure. Who decides and who destroys meet here and nowhere else: what was cancelled never starts, and what
 * started is never cancelled, on however many nodes it is tried.
 */
@Aggregate(type = "erasure")
final class Erasure {
    private static final Set<ErasureState> WAITS = Set.of(ErasureState.PENDING, ErasureState.HELD);

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // read by Axon
    private @Nullable String stream;

    private @Nullable ErasureProgress last;
    private final Set<PartyName> told = new HashSet<>();
    private final Cases cases = new Cases();

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    ErasureProgress handle(RequestErasure command) {
        ErasureProgress known = last;
        if (known != null && known.state() != ErasureState.CANCELLED) {
            return isSooner(command, known) ? broughtForward(command, known) : known;
        }
        ErasureProgress begun = requested(
                command, command.by(), command.regulation(), command.arrival(), command.at(), command.grace());
        return cases.hold() ? held(begun, cases.oldest(), command.at()) : begun;
    }

    private ErasureProgress held(ErasureProgress waits, LegalHold hold, Instant at) {
        return applied(
                new ErasureHeld(waits.erasure(), waits.subject(), hold.by(), hold.basis(), hold.reference(), at));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Held handle(PlaceHold command) {
        ErasureProgress known = last;
        if (known != null && !WAITS.contains(known.state()) && known.state() != ErasureState.CANCELLED) {
            throw conflict(known);
        }
        cases.place(command.subject(), command.by(), command.basis(), command.reference(), command.at());
        if (known != null && known.state() == ErasureState.PENDING) {
            held(known, cases.newest(), command.at());
        }
        return new Held(cases.all());
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Held handle(LiftHold command) {
        cases.lift(command.subject(), command.by(), command.reference(), command.at());
        ErasureProgress known = last;
        if (known != null && isHeldFor(known, command.reference())) {
            released(known, command.by(), command.at());
        }
        return new Held(cases.all());
    }

    private static boolean isHeldFor(ErasureProgress known, CaseReference reference) {
        ErasureProgress.Hold hold = known.state() == ErasureState.HELD ? known.hold() : null;
        return hold != null && hold.reference().equals(reference);
    }

    /** Another case holds it on, and is named then. */
    private ErasureProgress released(ErasureProgress held, Actor by, Instant at) {
        ErasureProgress free = applied(new ErasureReleased(held.erasure(), held.subject(), by, null, at));
        return cases.hold() ? held(free, cases.oldest(), at) : free;
    }

    private ErasureProgress requested(
            ErasureCommand command,
            Actor by,
            Regulation regulation,
            @Nullable Arrival arrival,
            Instant at,
            Duration grace) {
        Instant received = Arrival.received(arrival, at);
        return applied(new ErasureRequested(
                command.erasure(),
                command.subject(),
                by,
                regulation,
                at.plus(grace),
                regulation.deadline(received),
                arrival,
                at));
    }

    private static boolean isSooner(RequestErasure command, ErasureProgress known) {
        return WAITS.contains(known.state())
                && command.at().plus(command.grace()).isBefore(known.due());
    }

    private ErasureProgress broughtForward(RequestErasure command, ErasureProgress known) {
        Instant due = command.at().plus(command.grace());
        return applied(new ErasureBroughtForward(known.erasure(), known.subject(), command.by(), due, command.at()));
    }

    /** Keys that are gone leave nothing to hold, nor to wait for. */
    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    ErasureProgress handle(RequestErasureAgain command) {
        cases.liftAll(command.subject(), command.by(), command.at());
        ErasureProgress known = last;
        if (known == null || known.state() == ErasureState.CANCELLED) {
            return requested(command, command.by(), command.regulation(), null, command.at(), Duration.ZERO);
        }
        if (known.state() == ErasureState.HELD) {
            return applied(new ErasureReleased(
                    known.erasure(), known.subject(), command.by(), ReleaseReason.KEYS_DESTROYED, command.at()));
        }
        if (known.state() == ErasureState.PENDING && command.at().isBefore(known.due())) {
            return applied(new ErasureBroughtForward(
                    known.erasure(), known.subject(), command.by(), command.at(), command.at()));
        }
        return known;
    }

    @CommandHandler
    ErasureProgress handle(CancelErasure command) {
        return step(
                command.erasure(),
                WAITS,
                ErasureState.CANCELLED,
                new ErasureCancelled(command.erasure(), command.subject(), command.by(), command.at()));
    }

    @CommandHandler
    ErasureProgress handle(HoldErasure command) {
        ErasureProgress known = demand(command.erasure());
        if (!WAITS.contains(known.state())) {
            throw conflict(known);
        }
        cases.place(command.subject(), command.by(), command.basis(), command.reference(), command.at());
        return known.state() == ErasureState.HELD ? known : held(known, cases.newest(), command.at());
    }

    @CommandHandler
    ErasureProgress handle(ReleaseErasure command) {
        ErasureProgress known = demand(command.erasure());
        ErasureProgress.Hold hold = known.hold();
        if (known.state() == ErasureState.PENDING) {
            return known;
        }
        if (known.state() != ErasureState.HELD || hold == null) {
            throw conflict(known);
        }
        cases.lift(command.subject(), command.by(), hold.reference(), command.at());
        return released(known, command.by(), command.at());
    }

    @CommandHandler
    ErasureProgress handle(StartErasure command, Holds parts) {
        ErasureProgress known = demand(command.erasure());
        boolean held = cases.hold() || parts.isHeld(command.subject());
        boolean waits = !command.again() && (command.at().isBefore(known.due()) || held);
        if (known.state() == ErasureState.PENDING && waits) {
            throw conflict(known);
        }
        return step(
                command.erasure(),
                Set.of(ErasureState.PENDING),
                ErasureState.STARTED,
                new ErasureStarted(command.erasure(), command.subject(), command.at()));
    }

    @CommandHandler
    ErasureProgress handle(RecordErased command) {
        return step(
                command.erasure(),
                Set.of(ErasureState.STARTED),
                ErasureState.ERASED,
                new SubjectErased(command.erasure(), command.subject(), command.fence(), command.at()));
    }

    @CommandHandler
    ErasureProgress handle(CertifyErasure command) {
        return step(
                command.erasure(),
                Set.of(ErasureState.ERASED),
                ErasureState.COMPLETED,
                new ErasureCertified(command.erasure(), command.subject(), command.certificate(), command.at()));
    }

    @CommandHandler
    ErasureProgress handle(RecordTold command) {
        ErasureProgress known = demand(command.erasure());
        if (told.contains(command.party())) {
            return known;
        }
        if (known.erased() == null) {
            throw conflict(known);
        }
        return applied(
                new PartyTold(command.erasure(), command.subject(), command.party(), command.reached(), command.at()));
    }

    private ErasureProgress step(ErasureId erasure, Set<ErasureState> from, ErasureState to, ErasureEvent event) {
        ErasureProgress known = demand(erasure);
        if (known.state() == to) {
            return known;
        }
        if (!from.contains(known.state())) {
            throw conflict(known);
        }
        return applied(event);
    }

    private ErasureProgress demand(ErasureId erasure) {
        if (last == null || !last.erasure().equals(erasure)) {
            throw new Refused(new Refusal.UnknownErasure());
        }
        return last;
    }

    private static Refused conflict(ErasureProgress known) {
        return new Refused(new Refusal.ErasureIs(known.state()));
    }

    private ErasureProgress applied(ErasureEvent event) {
        apply(event);
        return ErasureProgress.after(last, event);
    }

    @EventSourcingHandler
    void on(LegalHoldEvent event) {
        stream = ErasureEvent.stream(event.subject());
        cases.on(event);
    }

    @EventSourcingHandler
    void on(ErasureEvent event) {
        stream = ErasureEvent.stream(event.subject());
        last = ErasureProgress.after(last, event);
        if (event instanceof PartyTold party) {
            told.add(party.party());
        }
    }
}
