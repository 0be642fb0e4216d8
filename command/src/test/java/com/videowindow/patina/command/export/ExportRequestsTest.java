package com.videowindow.patina.command.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.videowindow.patina.command.RefusedWith;
import com.videowindow.patina.command.export.ExportCommand.RecordDownloaded;
import com.videowindow.patina.command.export.ExportCommand.RecordFailed;
import com.videowindow.patina.command.export.ExportCommand.RecordMade;
import com.videowindow.patina.command.export.ExportCommand.RecordRemoved;
import com.videowindow.patina.command.export.ExportCommand.RequestExport;
import com.videowindow.patina.domain.LogPosition;
import com.videowindow.patina.domain.Refusal;
import com.videowindow.patina.domain.Refused;
import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.erasure.Actor;
import com.videowindow.patina.domain.erasure.Leavers;
import com.videowindow.patina.domain.erasure.Regulation;
import com.videowindow.patina.domain.export.ArchiveSummary;
import com.videowindow.patina.domain.export.ExportDownloaded;
import com.videowindow.patina.domain.export.ExportEvent;
import com.videowindow.patina.domain.export.ExportFailed;
import com.videowindow.patina.domain.export.ExportFailure;
import com.videowindow.patina.domain.export.ExportId;
import com.videowindow.patina.domain.export.ExportMade;
import com.videowindow.patina.domain.export.ExportRemoved;
import com.videowindow.patina.domain.export.ExportRequested;
import com.videowindow.patina.domain.export.RemovalReason;
import com.videowindow.patina.domain.request.Arrival;
import com.videowindow.patina.domain.request.Manner;
import com.videowindow.patina.domain.request.RequestKind;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.axonframework.test.aggregate.ResultValidator;
import org.junit.jupiter.api.Test;

class ExportRequestsTest {
    private static final SubjectId ANNA = SubjectId.of("00000000-0000-4000-8000-00000000000a");
    private static final ExportId FIRST = ExportId.of("00000000-0000-4000-8000-0000000000e1");
    private static final ExportId SECOND = ExportId.of("00000000-0000-4000-8000-0000000000e2");
    private static final ExportId THIRD = ExportId.of("00000000-0000-4000-8000-0000000000e3");
    private static final Actor SELF = new Actor(Actor.Kind.SUBJECT, ANNA);
    private static final Instant NOON = Instant.parse("2026-01-31T12:00:00Z");
    private static final Instant WEEK = NOON.plus(Duration.ofDays(7));
    private static final ArchiveSummary ARCHIVE = new ArchiveSummary(LogPosition.of(3, 0), 10, 1, 4_096, "00");
    private static final ExportEvent REQUESTED = requested(FIRST, NOON);
    private static final ExportEvent MADE = new ExportMade(FIRST, ANNA, ARCHIVE, WEEK, NOON);
    private static final ExportEvent EXPIRED = new ExportRemoved(FIRST, ANNA, RemovalReason.EXPIRED, WEEK);

    private final Set<SubjectId> leaving = new HashSet<>();
    private final FixtureConfiguration<ExportRequests> exports =
            new AggregateTestFixture<>(ExportRequests.class).registerInjectableResource((Leavers) leaving::contains);

    private static ExportRequested requested(ExportId export, Instant at) {
        return new ExportRequested(export, ANNA, SELF, Regulation.GDPR, Regulation.GDPR.deadline(at), null, null, at);
    }

    private static RequestExport request(ExportId export, Instant at) {
        return new RequestExport(export, ANNA, SELF, RequestKind.ACCESS, Regulation.GDPR, null, 2, at);
    }

    @Test
    void the_law_s_time_runs_from_when_it_came() {
        Arrival letter = new Arrival(Manner.LETTER, NOON.minus(Duration.ofDays(10)));
        exports.givenNoPriorActivity()
                .when(new RequestExport(FIRST, ANNA, SELF, RequestKind.PORTABILITY, Regulation.CCPA, letter, 2, NOON))
                .expectEvents(new ExportRequested(
                        FIRST,
                        ANNA,
                        SELF,
                        Regulation.CCPA,
                        Regulation.CCPA.deadline(Arrival.received(letter, NOON)),
                        letter,
                        RequestKind.PORTABILITY,
                        NOON));
    }

    private static void refused(ResultValidator<ExportRequests> result, Refusal expected) {
        result.expectNoEvents().expectException(RefusedWith.the(expected));
    }

    @Test
    void a_request_has_to_be_answered_within_a_month_also_when_the_next_is_shorter() {
        exports.givenNoPriorActivity().when(request(FIRST, NOON)).expectEvents(REQUESTED);
        assertThat(requested(FIRST, NOON).deadline()).isEqualTo(Instant.parse("2026-02-28T12:00:00Z"));
    }

    @Test
    void one_is_made_at_a_time() {
        refused(exports.given(REQUESTED).when(request(SECOND, NOON)), new Refusal.ExportUnderWay(FIRST));
        exports.given(REQUESTED, MADE).when(request(SECOND, NOON)).expectEvents(requested(SECOND, NOON));
    }

    @Test
    void a_day_has_a_limit_and_then_the_next_begins() {
        ExportEvent other = requested(SECOND, NOON.plusSeconds(60));
        ExportEvent gone = new ExportRemoved(SECOND, ANNA, RemovalReason.DELETED, NOON.plusSeconds(61));

        refused(
                exports.given(REQUESTED, MADE, other, gone).when(request(THIRD, NOON.plusSeconds(3_600))),
                new Refusal.TooManyExports(Duration.ofHours(23)));
        exports.given(REQUESTED, MADE, other, gone)
                .when(request(THIRD, NOON.plus(Duration.ofDays(1))))
                .expectEvents(requested(THIRD, NOON.plus(Duration.ofDays(1))));
    }

    @Test
    void what_failed_does_not_count() {
        ExportEvent failed = new ExportFailed(FIRST, ANNA, ExportFailure.INCOMPLETE, NOON);

        exports.given(REQUESTED, failed, requested(SECOND, NOON), new ExportMade(SECOND, ANNA, ARCHIVE, WEEK, NOON))
                .when(request(THIRD, NOON))
                .expectEvents(requested(THIRD, NOON));
    }

    @Test
    void who_leaves_is_not_copied() {
        leaving.add(ANNA);

        refused(exports.givenNoPriorActivity().when(request(FIRST, NOON)), new Refusal.Leaving());
        refused(exports.given(REQUESTED).when(new RecordMade(FIRST, ANNA, ARCHIVE, WEEK, NOON)), new Refusal.Leaving());
        exports.given(REQUESTED)
                .when(new RecordRemoved(FIRST, ANNA, RemovalReason.LEAVING, NOON))
                .expectEvents(new ExportRemoved(FIRST, ANNA, RemovalReason.LEAVING, NOON));
    }

    @Test
    void each_step_is_recorded_once() {
        exports.given(REQUESTED)
                .when(new RecordMade(FIRST, ANNA, ARCHIVE, WEEK, NOON))
                .expectEvents(MADE);
        exports.given(REQUESTED, MADE)
                .when(new RecordMade(FIRST, ANNA, ARCHIVE, WEEK, WEEK))
                .expectNoEvents()
                .expectSuccessfulHandlerExecution();
        exports.given(REQUESTED, MADE)
                .when(new RecordDownloaded(FIRST, ANNA, NOON))
                .expectEvents(new ExportDownloaded(FIRST, ANNA, NOON));
        exports.given(REQUESTED, MADE, new ExportDownloaded(FIRST, ANNA, NOON))
                .when(new RecordDownloaded(FIRST, ANNA, WEEK))
                .expectNoEvents();
        exports.given(REQUESTED, MADE, EXPIRED)
                .when(new RecordRemoved(FIRST, ANNA, RemovalReason.DELETED, WEEK))
                .expectNoEvents()
                .expectSuccessfulHandlerExecution();
    }

    @Test
    void what_is_gone_or_never_was_is_neither_made_nor_fetched() {
        exports.given(REQUESTED, MADE, EXPIRED)
                .when(new RecordDownloaded(FIRST, ANNA, WEEK))
                .expectException(Refused.class)
                .expectNoEvents();
        exports.given(REQUESTED, MADE, EXPIRED)
                .when(new RecordMade(FIRST, ANNA, ARCHIVE, WEEK, WEEK))
                .expectException(Refused.class)
                .expectNoEvents();
        exports.given(REQUESTED, MADE)
                .when(new RecordFailed(FIRST, ANNA, ExportFailure.BROKEN_OFF, NOON))
                .expectException(Refused.class)
                .expectNoEvents();
        exports.given(REQUESTED)
                .when(new RecordRemoved(SECOND, ANNA, RemovalReason.DELETED, NOON))
                .expectException(Refused.class)
                .expectNoEvents();
    }
}
