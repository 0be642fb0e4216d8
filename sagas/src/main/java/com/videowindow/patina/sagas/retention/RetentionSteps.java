package com.videowindow.patina.sagas.retention;

import com.videowindow.patina.command.retention.RetentionCommand;
import com.videowindow.patina.command.retention.RetentionCommand.CompleteEnding;
import com.videowindow.patina.command.retention.RetentionCommand.RecordPeriodsEnded;
import com.videowindow.patina.command.retention.RetentionCommand.StartEnding;
import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.audit.LogInspection;
import com.videowindow.patina.domain.erasure.ErasureState;
import com.videowindow.patina.domain.erasure.Erasures;
import com.videowindow.patina.domain.erasure.Holds;
import com.videowindow.patina.domain.erasure.Purge.NotYet;
import com.videowindow.patina.domain.part.OpenParts;
import com.videowindow.patina.domain.privacy.ProcessingPurpose;
import com.videowindow.patina.domain.retention.Ending;
import com.videowindow.patina.domain.retention.EndingId;
import com.videowindow.patina.domain.retention.IdlePurposes;
import com.videowindow.patina.domain.retention.Periods;
import com.videowindow.patina.domain.retention.Refolding;
import com.videowindow.patina.domain.retention.RetentionPeriod;
import com.videowindow.patina.domain.retention.RetentionRecord;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The steps of an ending, each of which can be broken off anywhere and repeated, by this node or another. That it was done
 * is recorded afterwards. Whom a legal reason holds when the secrets go is set apart, and goes by another ending afterwards.
 */
@Component
class RetentionSteps {
    private static final Logger LOG = LoggerFactory.getLogger(RetentionSteps.class);

    private final CommandGateway commands;
    private final Periods periods;
    private final Refolding readModels;
    private final Holds holds;
    private final Erasures erasures;
    private final OpenParts parts;
    private final IdlePurposes idle;
    private final LogInspection log;

    RetentionSteps(
            CommandGateway commands,
            Periods periods,
            Refolding readModels,
            Holds holds,
            Erasures erasures,
            OpenParts parts,
            IdlePurposes idle,
            LogInspection log) {
        this.commands = commands;
        this.periods = periods;
        this.readModels = readModels;
        this.holds = holds;
        this.erasures = erasures;
        this.parts = parts;
        this.idle = idle;
        this.log = log;
    }

    /** What is over by now, and has not ended. */
    List<RetentionPeriod> due(RetentionRecord known, Instant now) {
        return due(known, idle.now(), now);
    }

    private List<RetentionPeriod> due(RetentionRecord known, Set<ProcessingPurpose> unused, Instant now) {
        return known.due(periods.live(RetentionPeriod.month(now), held()), unused, now);
    }

    /** Memory that stands still knows no hold that came since. */
    private Set<SubjectId> held() {
        if (!holds.isCurrent()) {
            throw new NotYet("memory is behind the log, and may not know who is held");
        }
        return holds.people();
    }

    /** Of how many people something of the months that ended is kept, added up. */
    long apart() {
        return periods.apart().values().stream().mapToLong(Long::longValue).sum();
    }

    /** Begins an ending of what is over by now, if anything is. */
    void start(RetentionRecord known, Instant now) {
        Set<ProcessingPurpose> unused = idle.now();
        List<RetentionPeriod> over = due(known, unused, now);
        if (!over.isEmpty()) {
            LOG.info("{} months of facts have been kept for long enough, and end", over.size());
            send(new StartEnding(
                    new EndingId(UUID.randomUUID()),
                    over,
                    unused,
                    known.endings().size(),
                    now));
        }
    }

    /** Does what comes next, as far as it can be done now. */
    void advance(RetentionRecord known, Ending ending, Instant now) {
        switch (ending.state()) {
            case STARTED -> {
                Set<SubjectId> held = held();
                demandNoTurning(held);
                Set<SubjectId> apart = periods.end(ending.periods(), held, known.apart(), now);
                send(new RecordPeriodsEnded(ending.id(), apart, log.head(), now));
            }
            case ENDED -> {
                readModels.refold(ending, now);
                periods.scrub(ending.periods());
                send(new CompleteEnding(ending.id(), now));
            }
            case COMPLETED -> {}
        }
    }

    /** Of whom one part is held and another goes at this moment, keys are sealed again under the secrets of months. */
    private void demandNoTurning(Set<SubjectId> held) {
        boolean turning = held.stream()
                .filter(person -> !erasures.isLeaving(person)) // else their parts wait
                .flatMap(person -> parts.of(person).stream())
                .anyMatch(part -> part.state() == ErasureState.STARTED);
        if (turning) {
            throw new NotYet("a part goes of somebody who is held");
        }
    }

    private void send(RetentionCommand step) {
        commands.sendAndWait(step);
    }
}
