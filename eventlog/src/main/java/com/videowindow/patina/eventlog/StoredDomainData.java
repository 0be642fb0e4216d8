package com.videowindow.patina.eventlog;

import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.TrackingToken;
import org.jspecify.annotations.Nullable;

/** A logged event that belongs to a stream of an aggregate or is a fact. */
final class StoredDomainData extends StoredData implements DomainEventData<byte[]> {
    private final EventKey key;

    StoredDomainData(LoggedEvent event, @Nullable TrackingToken token) {
        super(event, token);
        this.key = EventKey.parse(event.key());
    }

    @Override
    public String getType() {
        String aggregate = event().aggregate();
        return aggregate == null ? "" : aggregate;
    }

    @Override
    public String getAggregateIdentifier() {
        return key.stream();
    }

    @Override
    public long getSequenceNumber() {
        return key.sequence();
    }
}
