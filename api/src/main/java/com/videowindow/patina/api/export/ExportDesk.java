package com.videowindow.patina.api.export;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.videowindow.patina.api.messaging.Answer;
import com.videowindow.patina.api.messaging.Commands;
import com.videowindow.patina.api.messaging.Done;
import com.videowindow.patina.api.messaging.Questions;
import com.videowindow.patina.api.messaging.ReadYourWrites;
import com.videowindow.patina.api.problem.Unacceptable;
import com.videowindow.patina.api.request.Entered;
import com.videowindow.patina.command.export.ExportCommand;
import com.videowindow.patina.command.export.ExportCommand.RecordRemoved;
import com.videowindow.patina.command.export.ExportCommand.RequestExport;
import com.videowindow.patina.domain.LogPosition;
import com.videowindow.patina.domain.Refusal;
import com.videowindow.patina.domain.Refused;
import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.export.Archives;
import com.videowindow.patina.domain.export.ExportId;
import com.videowindow.patina.domain.export.ExportProgress;
import com.videowindow.patina.domain.export.ExportState;
import com.videowindow.patina.domain.export.Exports;
import com.videowindow.patina.domain.export.RemovalReason;
import com.videowindow.patina.domain.request.RequestId;
import com.videowindow.patina.domain.request.RequestKind;
import com.videowindow.patina.query.export.ExportPage;
import com.videowindow.patina.query.export.FindExport;
import com.videowindow.patina.query.export.FindExports;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/** What both doors have in common. */
@Component
@EnableConfigurationProperties(ExportLimits.class)
class ExportDesk {
    private final Commands commands;
    private final Questions questions;
    private final ReadYourWrites writes;
    private final Exports exports;
    private final Archives archives;
    private final ExportLimits limits;

    ExportDesk(
            Commands commands,
            Questions questions,
            ReadYourWrites writes,
            Exports exports,
            Archives archives,
            ExportLimits limits) {
        this.commands = commands;
        this.questions = questions;
        this.writes = writes;
        this.exports = exports;
        this.archives = archives;
        this.limits = limits;
    }

    /**
     * What was begun, or joined.
     *
     * @param password that will open the archive: it is told to whoever began it, and never again once it is made
     */
    record ExportBegun(
            @JsonUnwrapped ExportView export,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Password password,

            LogPosition position) {}

    /** @param next cursor of the following page, absent on the last */
    record ExportViews(
            List<ExportView> items,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String next) {}

    /**
     * Asks first, and keeps the password then: what is refused leaves nothing to be cleaned up. A node that dies in between
     * leaves a request that fails after a minute, unless the same is asked for again until then.
     *
     * @param kind access or portability
     */
    ExportBegun request(ExportId export, SubjectId subject, RequestKind kind, Entered how) {
        Done<ExportProgress> asked = ask(export, subject, kind, how);
        return new ExportBegun(view(asked.result()), password(asked.result()), asked.position());
    }

    ExportBegun request(SubjectId subject, Entered how) {
        return request(new ExportId(UUID.randomUUID()), subject, RequestKind.ACCESS, how);
    }

    /** By an officer: while one is being made, what they enter joins it, and is answered with it. */
    ExportBegun enter(SubjectId subject, Entered how) {
        try {
            return request(subject, how);
        } catch (Refused refused) {
            if (refused.refusal() instanceof Refusal.ExportUnderWay one) {
                return join(one.export(), subject, how);
            }
            throw refused;
        }
    }

    private ExportBegun join(ExportId underWay, SubjectId subject, Entered how) {
        // Its id is known: asking under it again changes nothing, and answers how it stands.
        Done<ExportProgress> asked = ask(underWay, subject, RequestKind.ACCESS, how);
        ExportProgress stands = asked.result();
        LogPosition position = how.joining(
                        new RequestId(underWay.value()),
                        subject,
                        RequestKind.ACCESS,
                        new Entered(stands.by(), stands.arrival(), stands.regulation()),
                        Instant.now())
                .map(joined -> commands.sendForReceipt(joined, RequestId.class).position())
                .orElse(asked.position());
        return new ExportBegun(view(stands), stands.by().equals(how.by()) ? password(stands) : null, position);
    }

    private Done<ExportProgress> ask(ExportId export, SubjectId subject, RequestKind kind, Entered how) {
        return send(new RequestExport(
                export, subject, how.by(), kind, how.regulation(), how.arrival(), limits.perDay(), Instant.now()));
    }

    /** What opens it, as long as it is being made. */
    private @Nullable Password password(ExportProgress asked) {
        return asked.state() == ExportState.PREPARING
                ? archives.begin(
                                asked.export(),
                                asked.subject(),
                                Password.random().letters(),
                                Instant.now())
                        .map(Password::of)
                        .orElse(null)
                : null;
    }

    Done<ExportProgress> delete(ExportId export, SubjectId subject) {
        Done<ExportProgress> gone = send(new RecordRemoved(export, subject, RemovalReason.DELETED, Instant.now()));
        archives.remove(List.of(export));
        return gone;
    }

    Done<ExportProgress> send(ExportCommand decision) {
        return commands.sendForReceipt(decision, ExportProgress.class);
    }

    /** What memory knows of one that is open is newer than what is written down. */
    ExportProgress find(ExportId export) {
        return known(export).orElseThrow(Unacceptable::nothingHere);
    }

    /** One of theirs. Another's that memory knows is looked for like one that never was, so that the clock tells nobody. */
    ExportProgress own(ExportId export, SubjectId asker) {
        return exports.find(export)
                .filter(one -> one.subject().equals(asker))
                .or(() -> questions.find(new FindExport(export), ExportProgress.class))
                .filter(one -> one.subject().equals(asker))
                .orElseThrow(Unacceptable::nothingHere);
    }

    /** Nothing where a request came by letter and there is none. */
    Optional<ExportProgress> known(ExportId export) {
        return exports.find(export).or(() -> questions.find(new FindExport(export), ExportProgress.class));
    }

    ExportView view(ExportProgress one) {
        boolean preparing = one.state() == ExportState.PREPARING;
        return ExportView.of(one, preparing ? archives.standing(one.export()).orElse(null) : null);
    }

    Answer<ExportViews> page(FindExports question, @Nullable Long after) {
        return writes.read(after, "exports", () -> {
            ExportPage found = questions.ask(question, ExportPage.class);
            return new ExportViews(found.items().stream().map(this::view).toList(), found.next());
        });
    }
}
