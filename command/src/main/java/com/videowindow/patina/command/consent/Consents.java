package com.videowindow.patina.command.consent;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import com.videowindow.patina.command.consent.ConsentCommand.ExpireConsent;
import com.videowindow.patina.command.consent.ConsentCommand.GiveConsent;
import com.videowindow.patina.command.consent.ConsentCommand.ImportConsent;
import com.videowindow.patina.command.consent.ConsentCommand.InvalidateConsent;
import com.videowindow.patina.command.consent.ConsentCommand.LiftRestriction;
import com.videowindow.patina.command.consent.ConsentCommand.OfPurpose;
import com.videowindow.patina.command.consent.ConsentCommand.RaiseObjection;
import com.videowindow.patina.command.consent.ConsentCommand.RestrictProcessing;
import com.videowindow.patina.command.consent.ConsentCommand.RevokeConsent;
import com.videowindow.patina.command.consent.ConsentCommand.SetControl;
import com.videowindow.patina.command.consent.ConsentCommand.SettleObjection;
import com.videowindow.patina.command.consent.ConsentCommand.ShowNotice;
import com.videowindow.patina.command.consent.ConsentCommand.WithdrawConsent;
import com.videowindow.patina.domain.Refusal.GuardianNeeded;
import com.videowindow.patina.domain.Refusal.Leaving;
import com.videowindow.patina.domain.Refusal.NoMinor;
import com.videowindow.patina.domain.Refusal.NothingToEnd;
import com.videowindow.patina.domain.Refused;
import com.videowindow.patina.domain.consent.ConsentEvent;
import com.videowindow.patina.domain.consent.ConsentExpired;
import com.videowindow.patina.domain.consent.ConsentGiven;
import com.videowindow.patina.domain.consent.ConsentInvalidated;
import com.videowindow.patina.domain.consent.ConsentRevoked;
import com.videowindow.patina.domain.consent.ConsentStatus;
import com.videowindow.patina.domain.consent.Control;
import com.videowindow.patina.domain.consent.ControlChanged;
import com.videowindow.patina.domain.consent.ControlStanding;
import com.videowindow.patina.domain.consent.Evidence;
import com.videowindow.patina.domain.consent.NoticeShown;
import com.videowindow.patina.domain.consent.ObjectionRaised;
import com.videowindow.patina.domain.consent.ObjectionSettled;
import com.videowindow.patina.domain.consent.Policies;
import com.videowindow.patina.domain.consent.ProcessingRestricted;
import com.videowindow.patina.domain.consent.PurposeStanding;
import com.videowindow.patina.domain.consent.RestrictionLifted;
import com.videowindow.patina.domain.consent.Standing;
import com.videowindow.patina.domain.erasure.Leavers;
import com.videowindow.patina.domain.privacy.Forgotten;
import com.videowindow.patina.domain.request.RequestMet;
import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/**
 * What one person allows and set. Bounded: a standing for each purpose and control, and the newest event of each. An
 * answer is the event that says what holds, the older one where nothing changed.
 */
@Aggregate(type = "consents")
final class Consents {

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // read by Axon
    private @Nullable String stream;

    private Standing standing = Standing.NONE;
    private final Newest newest = new Newest();

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Decided handle(ShowNotice command, Policies policies) {
        AnsweredPolicy.demand(policies, command);
        return applied(new NoticeShown(
                command.subject(),
                command.purpose(),
                command.notice(),
                command.policy(),
                AnsweredPolicy.shown(policies, command),
                command.channel(),
                command.jurisdiction(),
                command.at()));
    }

    /** A yes that says nothing new changes nothing; one that answers another notice or text, or holds for longer, is a renewal. */
    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Decided handle(GiveConsent command, Leavers leavers, Policies policies) {
        demandPresent(command, leavers);
        if (standing.isOn(Control.MINOR) && !command.evidence().isByGuardian()) {
            throw new Refused(new GuardianNeeded());
        }
        demandMinor(command.evidence());
        AnsweredPolicy.demand(policies, newest, command);
        AnsweredPolicy.demandText(policies, newest, command);
        ConsentGiven given = AnsweredPolicy.given(policies, newest, command);
        boolean stands = of(command).status().permits()
                && !standing.isOver(command.purpose(), policies, command.at())
                && newest.covers(given);
        return stands ? unchanged(command) : applied(given);
    }

    /** A data set is older than whatever was decided here, by the person, by an officer or by time: it overrules none of it. */
    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Decided handle(ImportConsent command, Leavers leavers, Policies policies) {
        demandPresent(command, leavers);
        if (!of(command).isSilent() || standing.isOn(Control.MINOR)) {
            return unchanged(command);
        }
        AnsweredPolicy.demand(policies, newest, command.given());
        AnsweredPolicy.demandText(policies, newest, command.given());
        return AnsweredPolicy.imported(policies, newest, command)
                .map(this::applied)
                .orElseGet(() -> unchanged(command));
    }

    private static void demandPresent(ConsentCommand command, Leavers leavers) {
        if (leavers.isLeaving(command.subject())) {
            throw new Refused(new Leaving());
        }
    }

    /**
     * The one thing that the ledger knows of anybody's age is the control, which whoever sets it answers for: where it is
     * off, a guardian's word would be a stranger's word about an adult, who can say it themselves.
     */
    private void demandMinor(Evidence evidence) {
        if (evidence.isByGuardian() && !standing.isOn(Control.MINOR)) {
            throw new Refused(new NoMinor());
        }
    }

    /**
     * A refusal by somebody who never allowed anything is recorded too: they were asked, and said no. What has ended stays what
     * it is, ended by whomever, since there is nothing to take back; unless they were asked anew, by a notice since or by another
     * version of the policy: then this is the answer.
     */
    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Decided handle(WithdrawConsent command, Policies policies) {
        demandMinor(command.evidence());
        TrueAnswer answer = TrueAnswer.of(policies, newest, command);
        ConsentStatus known = of(command).status();
        if (known.isEnd() && !newest.isAskedAnew(command.purpose(), answer.policy())) {
            return new Decided(newest.of(command.purpose()), standing, answer.untrue());
        }
        ConsentEvent no = answer.event(command, known.permits());
        apply(no);
        return new Decided(no, standing, answer.untrue());
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Decided handle(RevokeConsent command) {
        ConsentStatus known = of(command).status();
        if (known == ConsentStatus.REVOKED) {
            return unchanged(command);
        }
        demand(known.permits(), known);
        return applied(new ConsentRevoked(
                command.subject(), command.purpose(), command.by(), command.reference(), command.at()));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Decided handle(InvalidateConsent command) {
        ConsentStatus known = of(command).status();
        if (known == ConsentStatus.INVALIDATED) {
            return unchanged(command);
        }
        demand(known.permits() || known == ConsentStatus.EXPIRED, known);
        return applied(new ConsentInvalidated(
                command.subject(), command.purpose(), command.by(), command.reference(), command.at()));
    }

    /** Who decides is told rather than left to believe that something was recorded. */
    private static void demand(boolean ends, ConsentStatus known) {
        if (!ends) {
            throw new Refused(new NothingToEnd(known));
        }
    }

    @CommandHandler
    Decided handle(ExpireConsent command, Policies policies) {
        return standing.isOver(command.purpose(), policies, command.at())
                ? applied(new ConsentExpired(command.subject(), command.purpose(), command.at()))
                : unchanged(command);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Decided handle(RestrictProcessing command) {
        if (of(command).restricted()) {
            return unchanged(command);
        }
        OwnRequest.of(command).ifPresent(AggregateLifecycle::apply);
        return applied(new ProcessingRestricted(
                command.subject(),
                command.purpose(),
                command.by(),
                command.ground(),
                command.reference(),
                command.at()));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Decided handle(LiftRestriction command) {
        return of(command).restricted()
                ? applied(new RestrictionLifted(
                        command.subject(), command.purpose(), command.by(), command.reference(), command.at()))
                : unchanged(command);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Decided handle(RaiseObjection command) {
        if (of(command).objected()) {
            return unchanged(command);
        }
        OwnRequest.of(command).ifPresent(AggregateLifecycle::apply);
        return applied(new ObjectionRaised(
                command.subject(), command.purpose(), command.by(), command.reference(), command.at()));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Decided handle(SettleObjection command) {
        return of(command).objected()
                ? applied(new ObjectionSettled(
                        command.subject(), command.purpose(), command.by(), command.reference(), command.at()))
                : unchanged(command);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Decided handle(SetControl command) {
        if (isHeard(command)) {
            return decided(newest.of(command.control()));
        }
        if (!standing.isOn(command.control())) {
            OwnRequest.of(command).ifPresent(AggregateLifecycle::apply);
        }
        return applied(new ControlChanged(
                command.subject(),
                command.control(),
                command.on(),
                command.origin(),
                command.channel(),
                command.at(),
                command.evidence()));
    }

    /** What was set for a person becomes their own word when they say the same; the other way round it stays theirs. */
    private boolean isHeard(SetControl command) {
        if (command.origin() == ControlChanged.Origin.GPC) {
            return !standing.isToHeedGpc(command.control());
        }
        ControlStanding known = standing.controls().get(command.control());
        return known != null
                && known.on() == command.on()
                && known.origin() == command.origin()
                && (!known.bySomebodyElse() || command.evidence().isBySomebodyElse());
    }

    private PurposeStanding of(OfPurpose command) {
        return standing.of(command.purpose());
    }

    private Decided unchanged(OfPurpose command) {
        return decided(newest.of(command.purpose()));
    }

    private Decided applied(ConsentEvent event) {
        apply(event);
        return decided(event);
    }

    private Decided decided(@Nullable ConsentEvent event) {
        return new Decided(event, standing, List.of());
    }

    @EventSourcingHandler
    void on(ConsentEvent event) {
        stream = ConsentEvent.stream(event.subject());
        standing = standing.after(event);
        newest.take(event);
    }

    @EventSourcingHandler
    void on(RequestMet event) {
        stream = ConsentEvent.stream(event.subject());
    }

    /** What was kept for long enough is not known any more, and so is no choice. */
    @EventSourcingHandler
    void on(Forgotten event) {
        stream = ConsentEvent.stream(event.subject());
    }
}
