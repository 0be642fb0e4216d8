package com.videowindow.patina.projections.consent;

import com.videowindow.patina.domain.DomainEvent;
import com.videowindow.patina.domain.LogPosition;
import com.videowindow.patina.domain.consent.ConsentEvent;
import com.videowindow.patina.projections.runner.ReadModel;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** One document per person with what they chose, when, and under which policy. */
@Component
final class ConsentRecords implements ReadModel<ConsentRecord> {
    static final String NAME = "consent-ledger";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Class<ConsentRecord> body() {
        return ConsentRecord.class;
    }

    @Override
    public boolean concerns(Class<?> event) {
        return ConsentEvent.class.isAssignableFrom(event);
    }

    @Override
    public @Nullable String key(DomainEvent event, LogPosition position) {
        return event instanceof ConsentEvent consent ? consent.subject().toString() : null;
    }

    @Override
    public @Nullable ConsentRecord apply(@Nullable ConsentRecord body, DomainEvent event, LogPosition position) {
        return ConsentRecord.after(body, (ConsentEvent) event);
    }
}
