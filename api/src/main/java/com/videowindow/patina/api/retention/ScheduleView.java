package com.videowindow.patina.api.retention;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.videowindow.patina.domain.erasure.Actor;
import com.videowindow.patina.domain.privacy.DataCategory;
import com.videowindow.patina.domain.privacy.ProcessingPurpose;
import com.videowindow.patina.domain.retention.PurposeRule;
import com.videowindow.patina.domain.retention.RetentionBasis;
import com.videowindow.patina.domain.retention.RetentionRecord;
import com.videowindow.patina.domain.retention.RetentionRule;
import com.videowindow.patina.domain.retention.RetentionSchedule;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * For how long everything is kept.
 *
 * @param version how often it was changed
 * @param ending what is being ended now
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ScheduleView(
        long version,
        List<RuleView> rules,
        List<PurposeView> purposes,
        @Nullable EndingView ending) {

    static ScheduleView of(RetentionRecord record, Set<ProcessingPurpose> idle, Instant now) {
        return new ScheduleView(
                record.schedule().version(),
                record.schedule().rules().stream()
                        .map(rule -> RuleView.of(rule, record.schedule(), idle, now))
                        .toList(),
                RetentionSchedule.purposesThatEnd().stream()
                        .map(purpose -> PurposeView.of(purpose, record.schedule(), now))
                        .toList(),
                record.open().map(EndingView::of).orElse(null));
    }

    /**
     * For how long a purpose needs facts.
     *
     * @param categories that are kept for it, and perhaps for others
     * @param months that apply now; absent where it sets no end
     * @param next what applies later
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "PurposeRule")
    record PurposeView(
            ProcessingPurpose purpose,
            List<DataCategory> categories,
            @Nullable Integer months,
            @Nullable Actor setBy,
            @Nullable Instant setAt,
            RuleView.@Nullable Next next) {

        static PurposeView of(ProcessingPurpose purpose, RetentionSchedule schedule, Instant now) {
            Optional<PurposeRule> rule = schedule.rule(purpose);
            return new PurposeView(
                    purpose,
                    Arrays.stream(DataCategory.values())
                            .filter(category -> category.purposes().contains(purpose))
                            .toList(),
                    rule.map(one -> one.monthsAt(now)).orElse(null),
                    rule.map(PurposeRule::by).orElse(null),
                    rule.map(PurposeRule::at).orElse(null),
                    rule.map(one -> RuleView.next(one.months(), one.from(), now))
                            .orElse(null));
        }
    }

    /**
     * For how long facts of one kind are kept.
     *
     * @param purposes that it is kept for
     * @param kept months that apply now in truth: fewer than {@code months} where none of the purposes that somebody allows needs it longer
     * @param months that apply now by its own rule, from the end of the month in which a fact was stored; absent: as long as the person is there
     * @param setBy absent where it is as it was delivered
     * @param next what applies later
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record RuleView(
            DataCategory category,
            Set<ProcessingPurpose> purposes,
            @Nullable Integer kept,
            @Nullable Integer months,
            RetentionBasis basis,
            @Nullable Actor setBy,
            @Nullable Instant setAt,
            @Nullable Next next) {

        /** What applies from a time on. */
        record Next(Integer months, Instant from) {}

        static RuleView of(RetentionRule rule, RetentionSchedule schedule, Set<ProcessingPurpose> idle, Instant now) {
            return new RuleView(
                    rule.category(),
                    new TreeSet<>(rule.category().purposes()),
                    schedule.monthsAt(rule.category(), idle, now),
                    rule.monthsAt(now),
                    rule.basis(),
                    rule.by(),
                    rule.by() == null ? null : rule.at(),
                    next(rule.months(), rule.from(), now));
        }

        /** What keeps without end applies at once. */
        private static @Nullable Next next(@Nullable Integer months, Instant from, Instant now) {
            return months == null || !now.isBefore(from) ? null : new Next(months, from);
        }
    }
}
