package com.videowindow.patina.command.retention;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import com.videowindow.patina.command.retention.RetentionCommand.CompleteEnding;
import com.videowindow.patina.command.retention.RetentionCommand.RecordPeriodsEnded;
import com.videowindow.patina.command.retention.RetentionCommand.SetPurposeRetention;
import com.videowindow.patina.command.retention.RetentionCommand.SetRetention;
import com.videowindow.patina.command.retention.RetentionCommand.StartEnding;
import com.videowindow.patina.domain.Refusal;
import com.videowindow.patina.domain.Refused;
import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.retention.Ending;
import com.videowindow.patina.domain.retention.EndingCompleted;
import com.videowindow.patina.domain.retention.EndingId;
import com.videowindow.patina.domain.retention.EndingStarted;
import com.videowindow.patina.domain.retention.EndingState;
import com.videowindow.patina.domain.retention.PeriodsEnded;
import com.videowindow.patina.domain.retention.PurposeRetentionSet;
import com.videowindow.patina.domain.retention.RetentionEvent;
import com.videowindow.patina.domain.retention.RetentionPeriod;
import com.videowindow.patina.domain.retention.RetentionRecord;
import com.videowindow.patina.domain.retention.RetentionRule;
import com.videowindow.patina.domain.retention.RetentionSchedule;
import com.videowindow.patina.domain.retention.RetentionSet;
import java.util.Comparator;
import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/**
 * The one schedule, and what was ended under it: who decides how long and who ends meet here, so that a period is ended
 * only under the rule that holds, and by one ending.
 */
@Aggregate(type = "retention")
final class Retention {

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // read by Axon
    private @Nullable String stream;

    private RetentionRecord known = RetentionRecord.NONE;

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    RetentionRecord handle(SetRetention command) {
        RetentionRule before = known.schedule().rule(command.category());
        if (before.saysAlready(command.months(), command.basis(), command.grace(), command.at())) {
            return known;
        }
        RetentionSchedule.objection(command.category(), command.months()).ifPresent(why -> {
            throw new Refused(new Refusal.Implausible("months", why));
        });
        return applied(new RetentionSet(
                known.schedule().version() + 1,
                before.then(command.months(), command.basis(), command.by(), command.grace(), command.at())));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    RetentionRecord handle(SetPurposeRetention command) {
        boolean said = known.schedule()
                .rule(command.purpose())
                .map(before -> before.saysAlready(command.months(), command.grace(), command.at()))
                .orElse(command.months() == null);
        if (said) {
            return known;
        }
        if (!RetentionSchedule.purposesThatEnd().contains(command.purpose())) {
            throw new Refused(
                    new Refusal.Implausible("purpose", "names none that facts are kept for which end by months"));
        }
        return applied(new PurposeRetentionSet(
                known.schedule().version() + 1,
                known.schedule()
                        .next(command.purpose(), command.months(), command.by(), command.grace(), command.at())));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    RetentionRecord handle(StartEnding command) {
        boolean overtaken = known.open().isPresent() || known.endings().size() != command.known();
        List<RetentionPeriod> over = known.due(command.periods(), command.idle(), command.at());
        if (overtaken || over.isEmpty()) {
            return known;
        }
        return applied(new EndingStarted(
                command.ending(),
                known.schedule().version(),
                over,
                command.idle().isEmpty()
                        ? null
                        : command.idle().stream().sorted().toList(),
                command.at()));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.NEVER)
    RetentionRecord handle(RecordPeriodsEnded command) {
        return known.open()
                .filter(open -> isAt(open, command.ending(), EndingState.STARTED))
                .map(open -> applied(
                        new PeriodsEnded(open.id(), open.periods(), apart(command), command.through(), command.at())))
                .orElse(known);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.NEVER)
    RetentionRecord handle(CompleteEnding command) {
        return known.open()
                .filter(open -> isAt(open, command.ending(), EndingState.ENDED))
                .map(open -> applied(new EndingCompleted(open.id(), command.at())))
                .orElse(known);
    }

    /** In an order that tells nothing. */
    private static @Nullable List<SubjectId> apart(RecordPeriodsEnded command) {
        return command.apart().isEmpty()
                ? null
                : command.apart().stream()
                        .sorted(Comparator.comparing(SubjectId::value))
                        .toList();
    }

    private static boolean isAt(Ending open, EndingId ending, EndingState state) {
        return open.id().equals(ending) && open.state() == state;
    }

    private RetentionRecord applied(RetentionEvent event) {
        RetentionRecord next = known.after(event);
        apply(event);
        return next;
    }

    @EventSourcingHandler
    void on(RetentionEvent event) {
        stream = RetentionEvent.STREAM;
        known = known.after(event);
    }
}
