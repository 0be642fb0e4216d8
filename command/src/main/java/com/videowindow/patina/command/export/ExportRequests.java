package com.videowindow.patina.command.export;

import com.videowindow.patina.command.export.ExportCommand.RecordDownloaded;
import com.videowindow.patina.command.export.ExportCommand.RecordFailed;
import com.videowindow.patina.command.export.ExportCommand.RecordMade;
import com.videowindow.patina.command.export.ExportCommand.RecordRemoved;
import com.videowindow.patina.command.export.ExportCommand.RequestExport;
import com.videowindow.patina.domain.Refusal;
import com.videowindow.patina.domain.Refused;
import com.videowindow.patina.domain.erasure.Leavers;
import com.videowindow.patina.domain.export.ExportDownloaded;
import com.videowindow.patina.domain.export.ExportEvent;
import com.videowindow.patina.domain.export.ExportFailed;
import com.videowindow.patina.domain.export.ExportId;
import com.videowindow.patina.domain.export.ExportMade;
import com.videowindow.patina.domain.export.ExportProgress;
import com.videowindow.patina.domain.export.ExportRemoved;
import com.videowindow.patina.domain.export.ExportRequested;
import com.videowindow.patina.domain.export.ExportState;
import com.videowindow.patina.domain.request.Arrival;
import com.videowindow.patina.domain.request.RequestKind;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/**
 * One person's exports. Bounded: those that are open or were asked for within the last day before the newest, of which there
 * is a limit.
 */
@Aggregate(type = "export")
final class ExportRequests {
    private static final Duration DAY = Duration.ofDays(1);

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // read by Axon
    private @Nullable String stream;

    private final Map<ExportId, ExportProgress> known = new LinkedHashMap<>();

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    ExportProgress handle(RequestExport command, Leavers leavers) {
        ExportProgress same = known.get(command.export());
        if (same != null) {
            return same;
        }
        demandPlace(command, leavers);
        return applied(
                null,
                new ExportRequested(
                        command.export(),
                        command.subject(),
                        command.by(),
                        command.regulation(),
                        command.regulation().deadline(Arrival.received(command.arrival(), command.at())),
                        command.arrival(),
                        command.kind() == RequestKind.ACCESS ? null : command.kind(),
                        command.at()));
    }

    private void demandPlace(RequestExport command, Leavers leavers) {
        if (leavers.isBeingErased(command.subject())) {
            throw new Refused(new Refusal.Leaving());
        }
        for (ExportProgress one : known.values()) {
            if (one.state() == ExportState.PREPARING) {
                throw new Refused(new Refusal.ExportUnderWay(one.export()));
            }
        }
        List<Instant> today = known.values().stream()
                .filter(one -> one.state() != ExportState.FAILED)
                .map(ExportProgress::requested)
                .filter(asked -> asked.plus(DAY).isAfter(command.at()))
                .toList();
        if (today.size() >= command.atMost()) {
            Instant free = today.get(today.size() - command.atMost()).plus(DAY);
            throw new Refused(new Refusal.TooManyExports(Duration.between(command.at(), free)));
        }
    }

    @CommandHandler
    ExportProgress handle(RecordMade command, Leavers leavers) {
        if (leavers.isBeingErased(command.subject())) {
            throw new Refused(new Refusal.Leaving());
        }
        return step(
                command,
                Set.of(ExportState.PREPARING),
                ExportState.READY,
                new ExportMade(
                        command.export(), command.subject(), command.archive(), command.expires(), command.at()));
    }

    @CommandHandler
    ExportProgress handle(RecordFailed command) {
        return step(
                command,
                Set.of(ExportState.PREPARING),
                ExportState.FAILED,
                new ExportFailed(command.export(), command.subject(), command.why(), command.at()));
    }

    @CommandHandler
    ExportProgress handle(RecordDownloaded command) {
        ExportProgress now = demand(command.export());
        if (now.state() != ExportState.READY) {
            throw new Refused(new Refusal.ExportIs(now.state()));
        }
        return now.downloaded() != null
                ? now
                : applied(now, new ExportDownloaded(command.export(), command.subject(), command.at()));
    }

    @CommandHandler
    ExportProgress handle(RecordRemoved command) {
        ExportProgress now = demand(command.export());
        return now.state().isOpen()
                ? applied(now, new ExportRemoved(command.export(), command.subject(), command.why(), command.at()))
                : now;
    }

    private ExportProgress step(ExportCommand command, Set<ExportState> from, ExportState to, ExportEvent event) {
        ExportProgress now = demand(command.export());
        if (now.state() == to) {
            return now;
        }
        if (!from.contains(now.state())) {
            throw new Refused(new Refusal.ExportIs(now.state()));
        }
        return applied(now, event);
    }

    private ExportProgress demand(ExportId export) {
        ExportProgress now = known.get(export);
        if (now == null) {
            throw new Refused(new Refusal.UnknownExport());
        }
        return now;
    }

    private static ExportProgress applied(@Nullable ExportProgress before, ExportEvent event) {
        AggregateLifecycle.apply(event);
        return ExportProgress.after(before, event);
    }

    @EventSourcingHandler
    void on(ExportEvent event) {
        stream = ExportEvent.stream(event.subject());
        if (event instanceof ExportRequested asked) {
            known.values()
                    .removeIf(one ->
                            !one.state().isOpen() && !one.requested().plus(DAY).isAfter(asked.at()));
        }
        known.put(event.export(), ExportProgress.after(known.get(event.export()), event));
    }
}
