package com.videowindow.patina.query.retention;

import com.videowindow.patina.domain.erasure.Erasures;
import com.videowindow.patina.domain.retention.FactCounts;
import com.videowindow.patina.domain.retention.Periods;
import com.videowindow.patina.domain.retention.RetentionPeriod;
import com.videowindow.patina.domain.retention.RetentionRecord;
import com.videowindow.patina.domain.retention.RetentionSchedule;
import com.videowindow.patina.domain.retention.Retentions;
import com.videowindow.patina.query.retention.RetentionPreview.Over;
import java.time.Instant;
import java.util.Objects;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.stereotype.Component;

/** Looks ahead. */
@Component
final class RetentionQueries {
    private final Retentions retentions;
    private final Periods periods;
    private final FactCounts facts;
    private final Erasures erasures;

    RetentionQueries(Retentions retentions, Periods periods, FactCounts facts, Erasures erasures) {
        this.retentions = retentions;
        this.periods = periods;
        this.facts = facts;
        this.erasures = erasures;
    }

    @QueryHandler
    RetentionPreview handle(PreviewRetention question) {
        RetentionRecord known = retentions.now();
        return new RetentionPreview(
                question.at(),
                known.endings().size(),
                erasures.held(),
                known.due(periods.live(RetentionPeriod.month(question.at())), question.at()).stream()
                        .map(period -> over(known.schedule(), period, question.at()))
                        .toList());
    }

    private Over over(RetentionSchedule schedule, RetentionPeriod period, Instant at) {
        Integer own = schedule.rule(period.category()).monthsAt(at);
        Integer kept = schedule.monthsAt(period.category(), at);
        return new Over(period, facts.of(period), kept, !Objects.equals(own, kept));
    }
}
