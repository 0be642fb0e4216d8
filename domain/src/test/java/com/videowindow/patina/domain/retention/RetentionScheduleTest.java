package com.videowindow.patina.domain.retention;

import static com.videowindow.patina.domain.privacy.DataCategory.CONSENT;
import static com.videowindow.patina.domain.privacy.DataCategory.CONTRACT;
import static com.videowindow.patina.domain.privacy.DataCategory.FEEDBACK;
import static com.videowindow.patina.domain.privacy.DataCategory.INTERACTION;
import static com.videowindow.patina.domain.privacy.DataCategory.PREFERENCE;
import static com.videowindow.patina.domain.privacy.ProcessingPurpose.ANALYTICS;
import static com.videowindow.patina.domain.privacy.ProcessingPurpose.EXPERIMENTS;
import static com.videowindow.patina.domain.privacy.ProcessingPurpose.PERSONALIZATION;
import static com.videowindow.patina.domain.privacy.ProcessingPurpose.PROOF_OF_CONSENT;
import static com.videowindow.patina.domain.privacy.ProcessingPurpose.RIGHTS_OF_PEOPLE;
import static com.videowindow.patina.domain.privacy.ProcessingPurpose.TRAINING;
import static org.assertj.core.api.Assertions.assertThat;

import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.erasure.Actor;
import com.videowindow.patina.domain.privacy.DataCategory;
import com.videowindow.patina.domain.privacy.ProcessingPurpose;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** For how long a kind is kept, and which purposes keep it. */
class RetentionScheduleTest {
    private static final Instant NOON = Instant.parse("2026-03-31T12:00:00Z");
    private static final Actor OFFICER =
            new Actor(Actor.Kind.OFFICER, SubjectId.of("00000000-0000-4000-8000-00000000000f"));
    private static final Map<ProcessingPurpose, Integer> NONE = Map.of();
    private static final Set<ProcessingPurpose> NONE_IDLE = Set.of();

    /** Kind; months that purposes were given; purposes that nobody allows; months for which it is kept; which keep it. */
    static List<Arguments> table() {
        return List.of(
                Arguments.of(INTERACTION, NONE, NONE_IDLE, 25, Set.of(PERSONALIZATION, TRAINING, ANALYTICS)),
                // what one needs shorter ends nothing that another needs, which has no period
                Arguments.of(INTERACTION, Map.of(PERSONALIZATION, 6), NONE_IDLE, 25, Set.of(TRAINING, ANALYTICS)),
                Arguments.of(INTERACTION, Map.of(PERSONALIZATION, 6), Set.of(ANALYTICS), 25, Set.of(TRAINING)),
                // but where nobody allows the others, they keep nothing
                Arguments.of(
                        INTERACTION,
                        Map.of(PERSONALIZATION, 6),
                        Set.of(TRAINING, ANALYTICS),
                        6,
                        Set.of(PERSONALIZATION)),
                // also where they have a period
                Arguments.of(
                        INTERACTION,
                        Map.of(PERSONALIZATION, 6, ANALYTICS, 20),
                        Set.of(TRAINING, ANALYTICS),
                        6,
                        Set.of(PERSONALIZATION)),
                Arguments.of(
                        INTERACTION,
                        Map.of(PERSONALIZATION, 6, ANALYTICS, 20),
                        Set.of(TRAINING),
                        20,
                        Set.of(ANALYTICS)),
                // a purpose that may not use the kind never counts
                Arguments.of(FEEDBACK, Map.of(PERSONALIZATION, 6, TRAINING, 3), NONE_IDLE, 6, Set.of(PERSONALIZATION)),
                Arguments.of(FEEDBACK, Map.of(EXPERIMENTS, 1), NONE_IDLE, 25, Set.of(PERSONALIZATION, TRAINING)),
                // the rule of the kind stands where it is shorter, or no purpose is left
                Arguments.of(FEEDBACK, Map.of(PERSONALIZATION, 60), Set.of(TRAINING), 25, Set.of(PERSONALIZATION)),
                Arguments.of(
                        INTERACTION, Map.of(ANALYTICS, 6), Set.of(PERSONALIZATION, TRAINING, ANALYTICS), 25, Set.of()),
                // what takes no consent is never idle
                Arguments.of(PREFERENCE, Map.of(PERSONALIZATION, 6), NONE_IDLE, null, Set.of(RIGHTS_OF_PEOPLE)),
                Arguments.of(PREFERENCE, NONE, Set.of(PERSONALIZATION), null, Set.of(RIGHTS_OF_PEOPLE)),
                Arguments.of(CONTRACT, Map.of(PERSONALIZATION, 1), NONE_IDLE, 120, Set.of(ProcessingPurpose.CONTRACT)),
                Arguments.of(
                        CONSENT, NONE, Set.of(PERSONALIZATION, TRAINING, ANALYTICS), null, Set.of(PROOF_OF_CONSENT)));
    }

    @ParameterizedTest
    @MethodSource("table")
    void a_kind_is_kept_as_long_as_a_purpose_needs_it_that_may_use_it(
            DataCategory kind,
            Map<ProcessingPurpose, Integer> periods,
            Set<ProcessingPurpose> idle,
            @Nullable Integer months,
            Set<ProcessingPurpose> keptBy) {
        RetentionSchedule schedule = RetentionSchedule.USUAL;
        for (var period : periods.entrySet()) {
            schedule = schedule.with(new PurposeRule(period.getKey(), period.getValue(), OFFICER, null, NOON, NOON), 1);
        }

        assertThat(schedule.monthsAt(kind, idle, NOON)).isEqualTo(months);
        assertThat(schedule.keeping(kind, idle, NOON)).isEqualTo(keptBy);
    }
}
