package com.videowindow.patina.command.retention;

import com.videowindow.patina.command.retention.RetentionCommand.CompleteEnding;
import com.videowindow.patina.command.retention.RetentionCommand.RecordPeriodsEnded;
import com.videowindow.patina.command.retention.RetentionCommand.SetPurposeRetention;
import com.videowindow.patina.command.retention.RetentionCommand.SetRetention;
import com.videowindow.patina.command.retention.RetentionCommand.StartEnding;
import com.videowindow.patina.domain.LogPosition;
import com.videowindow.patina.domain.Refused;
import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.erasure.Actor;
import com.videowindow.patina.domain.privacy.DataCategory;
import com.videowindow.patina.domain.privacy.ProcessingPurpose;
import com.videowindow.patina.domain.retention.EndingCompleted;
import com.videowindow.patina.domain.retention.EndingId;
import com.videowindow.patina.domain.retention.EndingStarted;
import com.videowindow.patina.domain.retention.PeriodsEnded;
import com.videowindow.patina.domain.retention.PurposeRetentionSet;
import com.videowindow.patina.domain.retention.PurposeRule;
import com.videowindow.patina.domain.retention.RetentionBasis;
import com.videowindow.patina.domain.retention.RetentionEvent;
import com.videowindow.patina.domain.retention.RetentionPeriod;
import com.videowindow.patina.domain.retention.RetentionRule;
import com.videowindow.patina.domain.retention.RetentionSet;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What officers decide about keeping, and when what was kept may be ended. */
class RetentionTest {
    private static final EndingId FIRST = EndingId.of("00000000-0000-4000-8000-0000000000e1");
    private static final EndingId SECOND = EndingId.of("00000000-0000-4000-8000-0000000000e2");
    private static final Actor OFFICER =
            new Actor(Actor.Kind.OFFICER, SubjectId.of("00000000-0000-4000-8000-00000000000f"));
    private static final Instant NOON = Instant.parse("2026-03-31T12:00:00Z");
    private static final Duration WEEK = Duration.ofDays(7);
    private static final LogPosition HERE = LogPosition.of(3, 0);

    /** Interactions are kept for 25 months: of all that were stored in January 2024 the last is old enough in March 2026. */
    private static final RetentionPeriod OVER = interactions(2024, 1);

    private static final RetentionEvent STARTED = new EndingStarted(FIRST, 0, List.of(OVER), null, NOON);
    private static final RetentionEvent ENDED = new PeriodsEnded(FIRST, List.of(OVER), null, HERE, NOON);
    private static final RetentionEvent COMPLETED = new EndingCompleted(FIRST, NOON);

    private final FixtureConfiguration<Retention> retention = new AggregateTestFixture<>(Retention.class);

    private static RetentionPeriod interactions(int year, int month) {
        return new RetentionPeriod(DataCategory.INTERACTION, YearMonth.of(year, month));
    }

    private static SetRetention keep(DataCategory category, @Nullable Integer months) {
        return new SetRetention(category, months, RetentionBasis.CONSENT, OFFICER, WEEK, NOON);
    }

    private static RetentionSet set(long version, DataCategory category, int months, int before, Instant from) {
        return new RetentionSet(
                version, new RetentionRule(category, months, RetentionBasis.CONSENT, OFFICER, before, from, NOON));
    }

    private static StartEnding end(EndingId id, int known, RetentionPeriod... periods) {
        return new StartEnding(id, List.of(periods), Set.of(), known, NOON);
    }

    @Test
    void what_is_kept_shorter_applies_after_the_grace() {
        retention
                .givenNoPriorActivity()
                .when(keep(DataCategory.INTERACTION, 12))
                .expectEvents(set(1, DataCategory.INTERACTION, 12, 25, NOON.plus(WEEK)));
    }

    @Test
    void what_is_kept_longer_applies_at_once() {
        retention
                .given(set(1, DataCategory.INTERACTION, 12, 25, NOON))
                .when(keep(DataCategory.INTERACTION, 36))
                .expectEvents(set(2, DataCategory.INTERACTION, 36, 12, NOON));
    }

    @Test
    void deciding_the_same_again_changes_nothing() {
        retention
                .given(set(1, DataCategory.INTERACTION, 12, 25, NOON.plus(WEEK)))
                .when(keep(DataCategory.INTERACTION, 12))
                .expectNoEvents();
    }

    @Test
    void another_grace_moves_what_is_still_to_come() {
        RetentionSet inAMonth = set(1, DataCategory.INTERACTION, 12, 25, NOON.plus(Duration.ofDays(30)));
        retention
                .given(inAMonth)
                .when(keep(DataCategory.INTERACTION, 12))
                .expectEvents(set(2, DataCategory.INTERACTION, 12, 25, NOON.plus(WEEK)));
        retention
                .given(set(1, DataCategory.INTERACTION, 12, 25, NOON.plus(WEEK)))
                .when(new SetRetention(
                        DataCategory.INTERACTION, 12, RetentionBasis.CONSENT, OFFICER, Duration.ofDays(30), NOON))
                .expectEvents(new RetentionSet(2, inAMonth.rule()));
        retention
                .given(inAMonth)
                .when(new SetRetention(
                        DataCategory.INTERACTION, 12, RetentionBasis.CONSENT, OFFICER, Duration.ZERO, NOON))
                .expectEvents(set(2, DataCategory.INTERACTION, 12, 25, NOON));
    }

    @Test
    void the_same_grace_said_again_later_moves_nothing_nor_does_any_once_it_applies() {
        RetentionSet inAWeek = set(1, DataCategory.INTERACTION, 12, 25, NOON.plus(WEEK));
        retention
                .given(inAWeek)
                .when(new SetRetention(
                        DataCategory.INTERACTION, 12, RetentionBasis.CONSENT, OFFICER, WEEK, NOON.plusSeconds(60)))
                .expectNoEvents();
        retention
                .given(inAWeek)
                .when(new SetRetention(
                        DataCategory.INTERACTION, 12, RetentionBasis.CONSENT, OFFICER, Duration.ZERO, NOON.plus(WEEK)))
                .expectNoEvents();
    }

    @Test
    void less_than_a_month_and_endless_traces_are_refused() {
        retention.givenNoPriorActivity().when(keep(DataCategory.INTERACTION, 0)).expectException(Refused.class);
        retention.givenNoPriorActivity().when(keep(DataCategory.CONTRACT, 241)).expectException(Refused.class);
        retention.givenNoPriorActivity().when(keep(DataCategory.SERVING, null)).expectException(Refused.class);
    }

    @Test
    void what_people_chose_holds_as_long_as_they_are_there() {
        retention.givenNoPriorActivity().when(keep(DataCategory.CONSENT, 240)).expectException(Refused.class);
        retention
                .givenNoPriorActivity()
                .when(end(FIRST, 0, new RetentionPeriod(DataCategory.CONSENT, YearMonth.of(1999, 1))))
                .expectNoEvents();
    }

    @Test
    void only_periods_that_are_over_are_ended() {
        retention
                .givenNoPriorActivity()
                .when(end(FIRST, 0, OVER, interactions(2024, 2)))
                .expectEvents(STARTED);
        retention
                .givenNoPriorActivity()
                .when(end(FIRST, 0, interactions(2024, 2)))
                .expectNoEvents();
    }

    @Test
    void a_rule_that_does_not_apply_yet_ends_nothing() {
        retention
                .given(set(1, DataCategory.INTERACTION, 12, 25, NOON.plus(WEEK)))
                .when(end(FIRST, 0, interactions(2024, 6)))
                .expectNoEvents();
    }

    @Test
    void one_ending_at_a_time_also_when_two_nodes_look_at_once() {
        retention.given(STARTED).when(end(SECOND, 0, OVER)).expectNoEvents();
        retention.given(STARTED, ENDED, COMPLETED).when(end(SECOND, 0, OVER)).expectNoEvents();
    }

    @Test
    void a_period_whose_secret_came_back_is_ended_again_also_when_it_would_be_kept_longer_now() {
        retention
                .given(STARTED, ENDED, COMPLETED, set(1, DataCategory.INTERACTION, 36, 25, NOON))
                .when(end(SECOND, 1, OVER))
                .expectEvents(new EndingStarted(SECOND, 1, List.of(OVER), null, NOON));
    }

    @Test
    void each_step_is_taken_once() {
        RecordPeriodsEnded destroyed = new RecordPeriodsEnded(FIRST, Set.of(), HERE, NOON);
        CompleteEnding done = new CompleteEnding(FIRST, NOON);
        retention.given(STARTED).when(destroyed).expectEvents(ENDED);
        retention.given(STARTED, ENDED).when(destroyed).expectNoEvents();
        retention.given(STARTED).when(done).expectNoEvents();
        retention.given(STARTED, ENDED).when(done).expectEvents(COMPLETED);
        retention.given(STARTED, ENDED, COMPLETED).when(done).expectNoEvents();
    }

    private static SetPurposeRetention needs(ProcessingPurpose purpose, @Nullable Integer months) {
        return new SetPurposeRetention(purpose, months, OFFICER, WEEK, NOON);
    }

    private static PurposeRetentionSet needed(long version, ProcessingPurpose purpose, int months) {
        return new PurposeRetentionSet(version, new PurposeRule(purpose, months, OFFICER, null, NOON, NOON));
    }

    @Test
    void what_a_purpose_needs_shorter_applies_after_the_grace() {
        retention
                .givenNoPriorActivity()
                .when(needs(ProcessingPurpose.TRAINING, 6))
                .expectEvents(new PurposeRetentionSet(
                        1, new PurposeRule(ProcessingPurpose.TRAINING, 6, OFFICER, null, NOON.plus(WEEK), NOON)));
        retention
                .given(needed(1, ProcessingPurpose.TRAINING, 6))
                .when(needs(ProcessingPurpose.TRAINING, 6))
                .expectNoEvents();
    }

    @Test
    void another_grace_moves_what_a_purpose_is_still_to_need_shorter() {
        PurposeRule inAMonth =
                new PurposeRule(ProcessingPurpose.TRAINING, 6, OFFICER, null, NOON.plus(Duration.ofDays(30)), NOON);
        retention
                .given(new PurposeRetentionSet(1, inAMonth))
                .when(needs(ProcessingPurpose.TRAINING, 6))
                .expectEvents(new PurposeRetentionSet(
                        2, new PurposeRule(ProcessingPurpose.TRAINING, 6, OFFICER, null, NOON.plus(WEEK), NOON)));
        retention
                .given(new PurposeRetentionSet(1, inAMonth))
                .when(new SetPurposeRetention(
                        ProcessingPurpose.TRAINING, 6, OFFICER, Duration.ofDays(30), NOON.plus(Duration.ofDays(2))))
                .expectNoEvents();
    }

    @Test
    void a_kind_goes_when_none_of_its_purposes_needs_it() {
        RetentionPeriod lastJune = interactions(2025, 6);
        PurposeRetentionSet training = needed(1, ProcessingPurpose.TRAINING, 3);
        PurposeRetentionSet analytics = needed(2, ProcessingPurpose.ANALYTICS, 6);
        retention.given(training, analytics).when(end(FIRST, 0, lastJune)).expectNoEvents();
        retention
                .given(training, analytics, needed(3, ProcessingPurpose.PERSONALIZATION, 8))
                .when(end(FIRST, 0, lastJune, interactions(2025, 7)))
                .expectEvents(new EndingStarted(FIRST, 3, List.of(lastJune), null, NOON));
    }

    @Test
    void a_purpose_that_nobody_allows_keeps_nothing_and_the_ending_says_so() {
        RetentionPeriod lastJune = interactions(2025, 6);
        Set<ProcessingPurpose> idle = Set.of(ProcessingPurpose.TRAINING, ProcessingPurpose.ANALYTICS);
        retention
                .given(needed(1, ProcessingPurpose.PERSONALIZATION, 8))
                .when(new StartEnding(FIRST, List.of(lastJune, interactions(2025, 7)), idle, 0, NOON))
                .expectEvents(new EndingStarted(
                        FIRST,
                        1,
                        List.of(lastJune),
                        List.of(ProcessingPurpose.TRAINING, ProcessingPurpose.ANALYTICS),
                        NOON));
        retention
                .given(needed(1, ProcessingPurpose.PERSONALIZATION, 8))
                .when(new StartEnding(FIRST, List.of(lastJune), Set.of(ProcessingPurpose.ANALYTICS), 0, NOON))
                .expectNoEvents();
    }

    @Test
    void whose_data_is_held_is_written_down_and_their_period_can_be_ended_again() {
        List<SubjectId> held = List.of(OFFICER.id());
        RetentionEvent ended = new PeriodsEnded(FIRST, List.of(OVER), held, HERE, NOON);
        retention
                .given(STARTED)
                .when(new RecordPeriodsEnded(FIRST, Set.copyOf(held), HERE, NOON))
                .expectEvents(ended);
        retention
                .given(STARTED, ended, COMPLETED)
                .when(end(SECOND, 1, OVER))
                .expectEvents(new EndingStarted(SECOND, 0, List.of(OVER), null, NOON));
    }

    @Test
    void the_rule_of_a_kind_stands_where_it_is_shorter() {
        retention
                .given(
                        needed(1, ProcessingPurpose.TRAINING, 60),
                        needed(2, ProcessingPurpose.ANALYTICS, 60),
                        needed(3, ProcessingPurpose.PERSONALIZATION, 60))
                .when(end(FIRST, 0, OVER))
                .expectEvents(new EndingStarted(FIRST, 3, List.of(OVER), null, NOON));
    }

    @Test
    void no_period_ends_the_proof_of_choices() {
        retention
                .givenNoPriorActivity()
                .when(needs(ProcessingPurpose.PROOF_OF_CONSENT, 12))
                .expectException(Refused.class);
    }
}
