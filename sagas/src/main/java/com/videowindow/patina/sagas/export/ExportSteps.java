package com.videowindow.patina.sagas.export;

import com.videowindow.patina.command.export.ExportCommand;
import com.videowindow.patina.command.export.ExportCommand.RecordFailed;
import com.videowindow.patina.command.export.ExportCommand.RecordMade;
import com.videowindow.patina.command.export.ExportCommand.RecordRemoved;
import com.videowindow.patina.domain.audit.LogUnavailable;
import com.videowindow.patina.domain.audit.ReadModelUnavailable;
import com.videowindow.patina.domain.export.ArchiveSummary;
import com.videowindow.patina.domain.export.Archives;
import com.videowindow.patina.domain.export.ExportFailure;
import com.videowindow.patina.domain.export.ExportProgress;
import com.videowindow.patina.domain.export.RemovalReason;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The steps of an export. Each can be broken off anywhere: what was written of an archive without an end is removed by
 * whoever begins again, and that something was done is recorded after it was.
 */
@Component
class ExportSteps {
    private static final Logger LOG = LoggerFactory.getLogger(ExportSteps.class);
    private static final int TRIES = 3;
    /** Between the request and its password being kept; where that never came, it was lost with its node. */
    private static final Duration BEGINNING = Duration.ofMinutes(1);

    private final CommandGateway commands;
    private final Archives archives;
    private final Gathering gathering;
    private final MeterRegistry meters;
    private final Duration keep;
    private final Duration lease;
    private final ArchiveWriter writer;

    ExportSteps(
            CommandGateway commands,
            Archives archives,
            Gathering gathering,
            Guide guide,
            MeterRegistry meters,
            ExportSettings settings) {
        this.commands = commands;
        this.archives = archives;
        this.gathering = gathering;
        this.meters = meters;
        this.writer = new ArchiveWriter(guide);
        this.keep = settings.keep();
        this.lease = settings.lease();
    }

    /** Makes it, unless another does. */
    void make(ExportProgress export, Clock clock) {
        Optional<Archives.Standing> standing = archives.standing(export.export());
        if (standing.isEmpty()) {
            if (export.requested().plus(BEGINNING).isBefore(clock.instant())) {
                fail(export, ExportFailure.BROKEN_OFF, clock.instant());
            }
            return;
        }
        ArchiveSummary finished = standing.get().archive();
        if (finished != null) {
            complete(export, finished, clock.instant());
            return;
        }
        archives.claim(export.export(), clock.instant(), lease).ifPresent(draft -> {
            try (draft) {
                make(export, draft, clock);
            }
        });
    }

    private void make(ExportProgress export, Archives.Draft draft, Clock clock) {
        if (draft.attempt() > TRIES) {
            fail(export, ExportFailure.BROKEN_OFF, clock.instant());
            return;
        }
        try {
            ArchiveSummary made = writer.write(gathering.gather(export, draft, clock.instant()), draft);
            draft.finish(made);
            complete(export, made, clock.instant());
        } catch (Incomplete e) {
            LOG.error("An export is incomplete, and is not handed out: {}", e.getMessage());
            fail(export, ExportFailure.INCOMPLETE, clock.instant());
        } catch (LogUnavailable | ReadModelUnavailable away) {
            draft.postpone();
            throw away;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** From here on only its person has the password. */
    private void complete(ExportProgress export, ArchiveSummary made, Instant now) {
        archives.forgetPassword(export.export());
        send(new RecordMade(export.export(), export.subject(), made, now.plus(keep), now));
        meters.counter("patina.exports", "outcome", "made").increment();
    }

    private void fail(ExportProgress export, ExportFailure why, Instant now) {
        archives.remove(List.of(export.export()));
        send(new RecordFailed(export.export(), export.subject(), why, now));
        meters.counter("patina.exports", "outcome", "failed").increment();
    }

    /** Together, since what files still hold of keys is made useless once for all of them. */
    void remove(Map<ExportProgress, RemovalReason> exports, Instant now) {
        archives.remove(exports.keySet().stream().map(ExportProgress::export).toList());
        exports.forEach((one, why) -> send(new RecordRemoved(one.export(), one.subject(), why, now)));
    }

    /** What no export that is open belongs to. */
    void removeRemains(List<ExportProgress> open, Instant now) {
        List<Archives.Standing> remains = archives.all().stream()
                .filter(one -> open.stream().noneMatch(each -> each.export().equals(one.export())))
                .filter(one -> one.begun().plus(BEGINNING).isBefore(now))
                .toList();
        if (!remains.isEmpty()) {
            archives.remove(remains.stream().map(Archives.Standing::export).toList());
        }
    }

    private void send(ExportCommand step) {
        ExportProgress unused = commands.sendAndWait(step);
    }
}
