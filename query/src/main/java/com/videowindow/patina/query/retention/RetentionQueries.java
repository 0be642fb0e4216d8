package com.videowindow.patina.query.retention;

import com.videowindow.patina.domain.erasure.Erasures;
import com.videowindow.patina.domain.retention.FactCounts;
import com.videowindow.patina.domain.retention.Periods;
import com.videowindow.patina.domain.retention.RetentionPeriod;
import com.videowindow.patina.domain.retention.RetentionRecord;
import com.videowindow.patina.domain.retention.Retentions;
import com.videowindow.patina.query.retention.RetentionPreview.Over;
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
                        .map(period -> new Over(period, facts.of(period)))
                        .toList());
    }
}
