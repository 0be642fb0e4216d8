package com.videowindow.patina.api.retention;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.videowindow.patina.domain.erasure.Actor;
import com.videowindow.patina.domain.privacy.DataCategory;
import com.videowindow.patina.domain.retention.RetentionBasis;
import com.videowindow.patina.domain.retention.RetentionRecord;
import com.videowindow.patina.domain.retention.RetentionRule;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * For how long everything is kept.
 *
 * @param version how often it was changed
 * @param ending what is being ended now
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ScheduleView(
        long version, List<RuleView> rules, @Nullable EndingView ending) {

    static ScheduleView of(RetentionRecord record, Instant now) {
        return new ScheduleView(
                record.schedule().version(),
                record.schedule().rules().stream()
                        .map(rule -> RuleView.of(rule, now))
                        .toList(),
                record.open().map(EndingView::of).orElse(null));
    }

    /**
     * For how long facts of one kind are kept.
     *
     * @param months that apply now, from the end of the month in which a fact was stored; absent: as long as the person is there
     * @param setBy absent where it is as it was delivered
     * @param next what applies later
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record RuleView(
            DataCategory category,
            @Nullable Integer months,
            RetentionBasis basis,
            @Nullable Actor setBy,
            @Nullable Instant setAt,
            @Nullable Next next) {

        /** What applies from a time on. */
        record Next(Integer months, Instant from) {}

        static RuleView of(RetentionRule rule, Instant now) {
            return new RuleView(
                    rule.category(),
                    rule.monthsAt(now),
                    rule.basis(),
                    rule.by(),
                    rule.by() == null ? null : rule.at(),
                    next(rule, now));
        }

        /** What keeps without end applies at once. */
        private static @Nullable Next next(RetentionRule rule, Instant now) {
            Integer months = rule.months();
            return months == null || !now.isBefore(rule.from()) ? null : new Next(months, rule.from());
        }
    }
}
