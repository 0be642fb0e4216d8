package com.videowindow.patina.query.retention;

import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.erasure.Holds;
import com.videowindow.patina.domain.privacy.DataCategory;
import com.videowindow.patina.domain.privacy.ProcessingPurpose;
import com.videowindow.patina.domain.retention.FactCounts;
import com.videowindow.patina.domain.retention.IdlePurposes;
import com.videowindow.patina.domain.retention.Periods;
import com.videowindow.patina.domain.retention.RetentionPeriod;
import com.videowindow.patina.domain.retention.RetentionRecord;
import com.videowindow.patina.domain.retention.RetentionSchedule;
import com.videowindow.patina.domain.retention.Retentions;
import com.videowindow.patina.query.retention.RetentionPreview.Over;
import com.videowindow.patina.query.retention.RetentionPreview.Stays;
import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;
import java.util.Set;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.stereotype.Component;

/** Looks ahead. */
@Component
final class RetentionQueries {
    private final Retentions retentions;
    private final Periods periods;
    private final FactCounts facts;
    private final Holds holds;
    private final IdlePurposes idle;

    RetentionQueries(Retentions retentions, Periods periods, FactCounts facts, Holds holds, IdlePurposes idle) {
        this.retentions = retentions;
        this.periods = periods;
        this.facts = facts;
        this.holds = holds;
        this.idle = idle;
    }

    @QueryHandler
    RetentionPreview handle(PreviewRetention question) {
        RetentionRecord known = retentions.now();
        Instant at = question.at();
        Set<SubjectId> held = holds.people();
        Set<ProcessingPurpose> unused = idle.now();
        return new RetentionPreview(
                at,
                known.endings().size(),
                held.size(),
                periods.apart(),
                unused,
                known.due(periods.live(RetentionPeriod.month(at), held), unused, at).stream()
                        .map(period -> over(known.schedule(), period, unused, at))
                        .toList(),
                Arrays.stream(DataCategory.values())
                        .map(category -> stays(known.schedule(), category, unused, at))
                        .toList());
    }

    private Over over(RetentionSchedule schedule, RetentionPeriod period, Set<ProcessingPurpose> unused, Instant at) {
        Stays kind = stays(schedule, period.category(), unused, at);
        return new Over(period, facts.of(period), kind.months(), kind.byPurpose());
    }

    private static Stays stays(
            RetentionSchedule schedule, DataCategory category, Set<ProcessingPurpose> unused, Instant at) {
        Integer kept = schedule.monthsAt(category, unused, at);
        boolean byPurpose = !Objects.equals(schedule.rule(category).monthsAt(at), kept);
        return new Stays(category, kept, byPurpose, schedule.keeping(category, unused, at));
    }
}
