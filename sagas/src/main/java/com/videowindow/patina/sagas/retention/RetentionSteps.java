package com.videowindow.patina.sagas.retention;

import com.videowindow.patina.command.retention.RetentionCommand;
import com.videowindow.patina.command.retention.RetentionCommand.CompleteEnding;
import com.videowindow.patina.command.retention.RetentionCommand.RecordPeriodsEnded;
import com.videowindow.patina.command.retention.RetentionCommand.StartEnding;
import com.videowindow.patina.domain.audit.LogInspection;
import com.videowindow.patina.domain.erasure.Erasures;
import com.videowindow.patina.domain.erasure.Purge.NotYet;
import com.videowindow.patina.domain.retention.Ending;
import com.videowindow.patina.domain.retention.EndingId;
import com.videowindow.patina.domain.retention.Periods;
import com.videowindow.patina.domain.retention.Refolding;
import com.videowindow.patina.domain.retention.RetentionPeriod;
import com.videowindow.patina.domain.retention.RetentionRecord;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The steps of an ending, each of which can be broken off anywhere and repeated, by this node or another. That it was done
 * is recorded afterwards. Nobody's keys are destroyed while the law keeps somebody's: they share the secrets of months.
 */
@Component
class RetentionSteps {
    private static final Logger LOG = LoggerFactory.getLogger(RetentionSteps.class);

    private final CommandGateway commands;
    private final Periods periods;
    private final Refolding readModels;
    private final Erasures erasures;
    private final LogInspection log;

    RetentionSteps(
            CommandGateway commands, Periods periods, Refolding readModels, Erasures erasures, LogInspection log) {
        this.commands = commands;
        this.periods = periods;
        this.readModels = readModels;
        this.erasures = erasures;
        this.log = log;
    }

    /** Begins an ending of what is over by now, if anything is. */
    void start(RetentionRecord known, Instant now) {
        demandNoHold();
        List<RetentionPeriod> over = known.due(periods.live(RetentionPeriod.month(now)), now);
        if (!over.isEmpty()) {
            LOG.info("{} months of facts have been kept for long enough, and end", over.size());
            send(new StartEnding(
                    new EndingId(UUID.randomUUID()), over, known.endings().size(), now));
        }
    }

    /** Does what comes next, as far as it can be done now. */
    void advance(Ending ending, Instant now) {
        switch (ending.state()) {
            case STARTED -> {
                demandNoHold();
                periods.end(ending.periods(), now);
                send(new RecordPeriodsEnded(ending.id(), log.head(), now));
            }
            case ENDED -> {
                readModels.refold(ending, now);
                periods.scrub(ending.periods());
                send(new CompleteEnding(ending.id(), now));
            }
            case COMPLETED -> {}
        }
    }

    private void demandNoHold() {
        if (erasures.held() > 0) {
            throw new NotYet("somebody's data is held for a legal reason");
        }
    }

    private void send(RetentionCommand step) {
        commands.sendAndWait(step);
    }
}
