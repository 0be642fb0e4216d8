package com.videowindow.patina.api.export;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.videowindow.patina.api.messaging.Answer;
import com.videowindow.patina.api.messaging.Commands;
import com.videowindow.patina.api.messaging.Done;
import com.videowindow.patina.api.messaging.Questions;
import com.videowindow.patina.api.messaging.ReadYourWrites;
import com.videowindow.patina.api.problem.Unacceptable;
import com.videowindow.patina.command.export.ExportCommand;
import com.videowindow.patina.command.export.ExportCommand.RequestExport;
import com.videowindow.patina.domain.LogPosition;
import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.erasure.Actor;
import com.videowindow.patina.domain.erasure.Regulation;
import com.videowindow.patina.domain.export.Archives;
import com.videowindow.patina.domain.export.ExportId;
import com.videowindow.patina.domain.export.ExportProgress;
import com.videowindow.patina.domain.export.ExportState;
import com.videowindow.patina.domain.export.Exports;
import com.videowindow.patina.domain.request.Arrival;
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
     * What was begun.
     *
     * @param password that will open the archive: it is told here and never again
     */
    record ExportBegun(@JsonUnwrapped ExportView export, Password password, LogPosition position) {}

    /** @param next cursor of the following page, absent on the last */
    record ExportViews(
            List<ExportView> items,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String next) {}

    /**
     * Asks first, and keeps the password then: what is refused leaves nothing to be cleaned up. A node that dies in between
     * leaves a request that fails after a minute.
     */
    ExportBegun request(SubjectId subject, Actor by, @Nullable Arrival arrival, @Nullable Regulation regulation) {
        Instant now = Instant.now();
        Regulation law = regulation == null ? Regulation.GDPR : regulation;
        ExportId export = new ExportId(UUID.randomUUID());
        Done<ExportProgress> asked = send(new RequestExport(export, subject, by, law, arrival, limits.perDay(), now));
        Password password = Password.random();
        archives.begin(export, subject, password.letters(), now);
        return new ExportBegun(view(asked.result()), password, asked.position());
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
