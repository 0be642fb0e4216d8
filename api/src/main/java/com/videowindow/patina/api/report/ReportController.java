package com.videowindow.patina.api.report;

import static org.springframework.http.MediaType.TEXT_PLAIN_VALUE;

import com.videowindow.patina.api.lookup.LooksUp;
import com.videowindow.patina.api.messaging.PlainText;
import com.videowindow.patina.api.messaging.Questions;
import com.videowindow.patina.api.problem.LongReads;
import com.videowindow.patina.api.problem.Unacceptable;
import com.videowindow.patina.api.report.MonthReport.Chain;
import com.videowindow.patina.domain.LogPosition;
import com.videowindow.patina.domain.audit.LogEvidence;
import com.videowindow.patina.domain.audit.LogInspection;
import com.videowindow.patina.domain.audit.LogWalk;
import com.videowindow.patina.domain.audit.ReadModelUnavailable;
import com.videowindow.patina.domain.audit.Verification;
import com.videowindow.patina.domain.lookup.LookupKind;
import com.videowindow.patina.domain.report.FigureKeeping;
import com.videowindow.patina.domain.request.RequestId;
import com.videowindow.patina.domain.request.RequestProgress;
import com.videowindow.patina.json.JsonLines;
import com.videowindow.patina.query.request.FindRequest;
import com.videowindow.patina.query.retention.PreviewRetention;
import com.videowindow.patina.query.retention.RetentionPreview;
import io.swagger.v3.oas.annotations.Operation;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Makes the report of a month and signs it with the key of the log. Reads the whole log once, to check it. */
@RestController
final class ReportController {
    private final LogWalk walk;
    private final LogInspection log;
    private final LogEvidence evidence;
    private final Questions questions;
    private final FigureKeeping figures;
    private final LongReads reads;

    ReportController(
            LogWalk walk,
            LogInspection log,
            LogEvidence evidence,
            Questions questions,
            FigureKeeping figures,
            LongReads reads) {
        this.walk = walk;
        this.log = log;
        this.evidence = evidence;
        this.questions = questions;
        this.figures = figures;
        this.reads = reads;
    }

    @Operation(
            operationId = "getComplianceReport",
            summary = "What a month was like, as signed JSON; takes as long as checking the whole log.")
    @LooksUp(LookupKind.REPORT)
    @GetMapping(path = "/api/v1/compliance/reports/{month}", produces = TEXT_PLAIN_VALUE)
    ResponseEntity<String> report(@PathVariable String month) {
        YearMonth which = month(month);
        Instant now = Instant.now();
        MonthReport made = reads.one(() -> made(which, now));
        String json = JsonLines.of(made);
        return PlainText.of(made.chain().sound() ? evidence.attest(json) : evidence.attestDamage(json));
    }

    private static YearMonth month(String text) {
        try {
            YearMonth month = YearMonth.parse(text);
            if (month.isAfter(YearMonth.now(ZoneOffset.UTC)) || month.getYear() < 1970) {
                throw Unacceptable.field("month", "must not be in the future, nor before 1970");
            }
            return month;
        } catch (DateTimeException e) {
            throw Unacceptable.field("month", "must be a month such as 2026-11");
        }
    }

    private MonthReport made(YearMonth month, Instant now) {
        Instant from = month.atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant();
        Instant to = month.plusMonths(1).atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant();
        Verification found = evidence.verify(List.of(), checked -> {});
        LogPosition end = readableUpTo(found);
        MonthEvents events = new MonthEvents();
        walk.events(from, to, end, MonthEvents::concerns, events);
        return new MonthReport(
                MonthReport.KIND,
                month.toString(),
                from,
                to,
                !now.isBefore(to),
                now,
                end,
                found instanceof Verification.Sound,
                events.consents(),
                events.withdrawals(),
                Stream.concat(
                                known(events.requests(), found),
                                known(events.ended(), found).filter(one -> isClosed(one, from, to)))
                        .map(each -> MonthReport.Request.of(each, now))
                        .toList(),
                events.metAtOnce(),
                events.erasures(),
                retention(events, now),
                events.refusedUses(),
                events.lookups(),
                chain(found));
    }

    /** Nothing behind damage is read: it may be anything, and what is sealed does not open. */
    private LogPosition readableUpTo(Verification found) {
        return switch (found) {
            case Verification.Sound sound -> {
                figures.keep();
                yield log.head();
            }
            case Verification.Damaged damaged -> damaged.upTo();
        };
    }

    private MonthReport.Retention retention(MonthEvents events, Instant now) {
        RetentionPreview stands = questions.ask(new PreviewRetention(now), RetentionPreview.class);
        return new MonthReport.Retention(
                events.endedPeriods(),
                stands.held(),
                stands.apart().size(),
                stands.periods().size());
    }

    private static boolean isClosed(RequestProgress request, Instant from, Instant to) {
        Instant closed = request.closed();
        return closed != null && !closed.isBefore(from) && closed.isBefore(to);
    }

    /**
     * One that the log has and its list not yet is waited for by whoever asks again; but a list that is made from a log that
     * was changed may never have it.
     */
    private Stream<RequestProgress> known(Set<RequestId> requests, Verification log) {
        return requests.stream()
                .map(id -> questions.find(new FindRequest(id), RequestProgress.class))
                .filter(found -> found.isPresent() || log instanceof Verification.Sound)
                .map(found -> found.orElseThrow(
                        () -> new ReadModelUnavailable("the list of requests is behind the log", null)));
    }

    private static Chain chain(Verification found) {
        return switch (found) {
            case Verification.Sound sound ->
                new Chain(
                        true,
                        sound.log().events(),
                        sound.log().blocks(),
                        sound.log().checkpoint(),
                        sound.checkpoints(),
                        null);
            case Verification.Damaged damaged ->
                new Chain(
                        false,
                        damaged.sound(),
                        damaged.upTo().block() + 1,
                        null,
                        null,
                        "block " + damaged.block() + ": " + damaged.what());
        };
    }
}
